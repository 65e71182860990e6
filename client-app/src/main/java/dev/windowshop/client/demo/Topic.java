package dev.windowshop.client.demo;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a message is about, in the order in which one answers.
enum Topic {
  GREETING("hi|hello|hey|hallo|good (morning|evening|afternoon)|moin|hola"),
  DISCOUNT("discount|cheaper|deal|coupon|voucher|less for|best price|lower|haggle|sale"),
  PRICE("price|cost|costs|how much|expensive|euros?|eur"),
  STOCK(
      "stock|available|availability|left|sold out|have (it|any|one|more)|still have|in store|reserve|hold"),
  SIZE(
      "size|sizes|big|large|small|tall|height|wide|width|depth|deep|long|length|dimensions?|measure\\w*|fit|fits|weigh\\w*|heavy|cm|inch\\w*"),
  COLOUR("colou?rs?|shade|tone|finish|red|blue|green|black|white|grey|gray|wine|sage|beige"),
  MATERIAL(
      "material|made of|made from|fabric|wood|leather|wool|cotton|linen|ceramic|stoneware|steel|glass|quality|handmade|how is it made|made"),
  CARE(
      "care|clean|wash|washing|dishwasher|maintain|oil|iron|repair|mend|break|breaks|broken|chip|warranty|guarantee"),
  DELIVERY(
      "deliver\\w*|ship|ships|shipping|send|arrive|arrives|post|courier|when (will|would|can)|how long|pick ?up|collect"),
  RETURNS("return|returns|refund|send (it )?back|exchange|change my mind"),
  GIFT("gift|present|birthday|wrap|wrapped|wedding"),
  OTHERS(
      "similar|alternative|something else|other (ones|colours|products)|recommend|suggest\\w*|match\\w*|goes with|pair"),
  WHO("who are you|your name|about you|your shop|yourself|real person|a bot|robot|human"),
  CALL("call|phone|video|ring"),
  THANKS("thanks|thank you|thx|great|perfect|lovely|nice|wonderful|cool|awesome"),
  ORDERED("bought|ordered|i'll take|i will take|take it|buy it|in my cart"),
  BYE("bye|goodbye|see you|cheers|good night|later");

  private final Pattern words;

  Topic(String words) {
    this.words = Pattern.compile("(?<![\\p{L}])(" + words + ")(?![\\p{L}])");
  }

  static Set<Topic> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<Topic> found = EnumSet.noneOf(Topic.class);
    for (Topic topic : values()) {
      if (topic.words.matcher(lower).find()) {
        found.add(topic);
      }
    }
    return found;
  }
}
