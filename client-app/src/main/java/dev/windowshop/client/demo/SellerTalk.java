package dev.windowshop.client.demo;

import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a demo seller says. The same question gets the same facts in changing words.
///
/// @param firstName the seller's
/// @param shop the shop's name
record SellerTalk(String firstName, String shop) {
  private static final int MOST_SENTENCES = 3;
  private static final Set<String> SIZES =
      Set.of("size", "sizes", "length", "width", "volume", "capacity");
  private static final Set<String> COLOURS = Set.of("colour", "color", "finish", "shade");

  /// @param product what the conversation is about; null for the shop as such
  /// @param text what the shopper wrote
  /// @param turn how often this seller has answered here
  /// @param seed picks among ways to say it
  String answer(@Nullable Product product, String text, int turn, int seed) {
    Set<Topic> topics = Topic.of(text);
    List<String> sentences = new ArrayList<>();
    if (topics.contains(Topic.GREETING) || (turn == 0 && topics.size() < 2)) {
      sentences.add(
          pick(seed, "Hi there!", "Hello, nice to hear from you.", "Hey, " + firstName + " here."));
    }
    for (Topic topic : topics) {
      if (sentences.size() < MOST_SENTENCES) {
        sentences.addAll(about(topic, product, seed));
      }
    }
    if (sentences.isEmpty() || (sentences.size() == 1 && turn == 0 && topics.size() < 2)) {
      sentences.add(opening(product, text, turn, seed));
    }
    return String.join(" ", sentences);
  }

  /// What to say to a picture, a file or a card.
  String answerToCard(@Nullable String title, int seed) {
    return title == null
        ? pick(
            seed,
            "Thanks, I have it in front of me.",
            "Got it, thank you. What would you like to know?")
        : "The " + title + ", good eye. What would you like to know about it?";
  }

  private List<String> about(Topic topic, @Nullable Product product, int seed) {
    return switch (topic) {
      case GREETING -> List.of();
      case THANKS ->
          List.of(pick(seed, "My pleasure.", "You're welcome!", "Glad to help. Write any time."));
      case BYE -> List.of(pick(seed, "See you soon.", "Bye, and come back with questions."));
      case WHO ->
          List.of(
              "I'm "
                  + firstName
                  + ", "
                  + shop
                  + " is mine. In this demo shop I'm a program that knows its shelves well.");
      case CALL ->
          List.of(
              "I'm at the bench with both hands full, so writing works best. Jonas usually picks up"
                  + " if you want to try a call.");
      case RETURNS ->
          List.of("You can send it back within 30 days, no reason needed; we pay the way back.");
      case DELIVERY ->
          List.of(
              pick(
                  seed,
                  "Orders before noon leave the same day and take two to three days.",
                  "It goes out tomorrow morning and is usually with you in two or three days."));
      case GIFT ->
          List.of(
              "I'm happy to wrap it, plain paper and string, and put in a card. Just tell me what to write.");
      case PRICE, DISCOUNT, STOCK, SIZE, COLOUR, MATERIAL, CARE, OTHERS, ORDERED ->
          product == null ? List.of() : about(topic, ProductFacts.of(product), seed);
    };
  }

  private List<String> about(Topic topic, ProductFacts facts, int seed) {
    return switch (topic) {
      case PRICE -> List.of("The " + facts.name() + " is " + facts.price() + ", tax included.");
      case DISCOUNT ->
          facts.product().compareAtPrice() != null
              ? List.of(
                  "It is already reduced: "
                      + facts.price()
                      + " instead of "
                      + facts.product().compareAtPrice().format(java.util.Locale.ENGLISH)
                      + ". I can't go lower.")
              : List.of(
                  pick(
                      seed,
                      "I keep one fair price for everybody, sorry. " + facts.price() + " it is.",
                      "No discount on this one, but delivery is on me if you take two."));
      case STOCK -> List.of(stock(facts));
      case SIZE -> List.of(size(facts));
      case COLOUR -> List.of(colour(facts));
      case MATERIAL -> List.of(material(facts));
      case CARE -> List.of(care(facts));
      case OTHERS ->
          List.of(
              "Scroll down on its page: what I'd put beside the "
                  + facts.name()
                  + " is under \"similar\". Tell me about the room and I'll pick one.");
      case ORDERED ->
          List.of(
              pick(
                  seed,
                  "Wonderful, the " + facts.name() + " will find a good home. I pack it tomorrow.",
                  "Good choice. I'll choose a nice one for you."));
      case GREETING, RETURNS, DELIVERY, GIFT, WHO, CALL, THANKS, BYE -> List.of();
    };
  }

  private static String stock(ProductFacts facts) {
    if (facts.soldOut()) {
      return "The " + facts.name() + " is sold out right now, the next batch is two weeks away.";
    }
    List<String> missing = facts.missing();
    String gone =
        missing.isEmpty() || missing.size() > 4
            ? ""
            : " " + ProductFacts.listed(missing) + " is gone for now.";
    return "Yes, I have "
        + facts.stock()
        + "."
        + gone
        + (facts.runsLow() ? " They go quickly." : "");
  }

  private static String size(ProductFacts facts) {
    List<String> sizes = facts.values(SIZES);
    if (!facts.measures().isEmpty()) {
      String measured = "Measured this morning: " + ProductFacts.listed(facts.measures()) + ".";
      return sizes.isEmpty()
          ? measured
          : measured + " It comes in " + ProductFacts.listed(sizes) + ".";
    }
    return sizes.isEmpty()
        ? "There is one size. I can measure anything you need, just say which side."
        : "It comes in " + ProductFacts.listed(sizes) + ". Between two sizes take the larger one.";
  }

  private static String colour(ProductFacts facts) {
    List<String> colours = facts.values(COLOURS);
    List<String> words = colours.isEmpty() ? facts.feature("colour") : colours;
    return words.isEmpty()
        ? "What you see in the picture is what you get, daylight, no filter."
        : "It comes in " + ProductFacts.listed(words) + ", and the pictures are honest about it.";
  }

  private static String material(ProductFacts facts) {
    List<String> materials = facts.feature("material");
    String made = facts.paragraphs().size() > 1 ? " " + facts.paragraphs().get(1) : "";
    return materials.isEmpty()
        ? "I know whoever made it." + made
        : "It is " + ProductFacts.listed(materials) + "." + made;
  }

  private static String care(ProductFacts facts) {
    int count = facts.paragraphs().size();
    return count > 2
        ? facts.paragraphs().get(count - 2) + " " + facts.paragraphs().get(count - 1)
        : "Nothing special: a soft cloth, and write to me if anything ever breaks.";
  }

  private String opening(@Nullable Product product, String text, int turn, int seed) {
    if (product == null) {
      return pick(
          seed,
          "What can I tell you about " + shop + "?",
          "Ask me anything about what is on the shelves.");
    }
    ProductFacts facts = ProductFacts.of(product);
    if (turn == 0) {
      return "You're looking at the "
          + facts.name()
          + ": "
          + facts.price()
          + (facts.soldOut() ? ", sold out just now." : ", and I have " + facts.stock() + ".")
          + " What would you like to know?";
    }
    return text.contains("?")
        ? pick(
            seed,
            "Good question, I'd have to look at one in the back. Do you mean its size, its material or the delivery?",
            "Let me think. For the "
                + facts.name()
                + " I can tell you about size, material, care and delivery.")
        : pick(
            seed,
            "I see. Shall I put a " + facts.name() + " aside for you until tonight?",
            "Good to know. If it helps, it is one of the pieces people keep for years.",
            "Understood. Take your time, it won't run away.");
  }

  private static String pick(int seed, String... ways) {
    return ways[Math.floorMod(seed, ways.length)];
  }
}
