package dev.windowshop.relay.demo.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Guesses a picture from words: the last word of a title that is known says what it is, the first
/// colour word says in which colour.
final class Placeholders {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}]+");
  private static final Map<String, ProductKind> WORDS = new LinkedHashMap<>();
  private static final Map<String, String> COLORS =
      Map.ofEntries(
          Map.entry("black", "#2f2f33"),
          Map.entry("white", "#efece5"),
          Map.entry("grey", "#8d9297"),
          Map.entry("gray", "#8d9297"),
          Map.entry("silver", "#b9bcc0"),
          Map.entry("red", "#b93c3c"),
          Map.entry("burgundy", "#6f2a3b"),
          Map.entry("pink", "#dc9aa6"),
          Map.entry("rose", "#d59a9c"),
          Map.entry("orange", "#d8743a"),
          Map.entry("coral", "#e2725b"),
          Map.entry("brown", "#7d5335"),
          Map.entry("tan", "#b98a5c"),
          Map.entry("beige", "#d8c5a4"),
          Map.entry("cream", "#efe3c8"),
          Map.entry("khaki", "#9c9468"),
          Map.entry("yellow", "#e0b23e"),
          Map.entry("gold", "#cfa24a"),
          Map.entry("green", "#5c8566"),
          Map.entry("olive", "#7c7a45"),
          Map.entry("mint", "#a9cdb8"),
          Map.entry("teal", "#2c7a7b"),
          Map.entry("turquoise", "#3f9c9c"),
          Map.entry("blue", "#4a6fa5"),
          Map.entry("navy", "#26395c"),
          Map.entry("denim", "#4f6f94"),
          Map.entry("chambray", "#7d97b5"),
          Map.entry("purple", "#6e4f8b"),
          Map.entry("violet", "#7d62a3"),
          Map.entry("lavender", "#a79ccb"),
          Map.entry("copper", "#b9704a"),
          Map.entry("wood", "#b98450"),
          Map.entry("leather", "#9a5f38"));
  private static final List<String> NEUTRAL =
      List.of(
          "#c7a77f", "#8fa58c", "#9aa7b4", "#c79a86", "#b6a7c2", "#d0b26a", "#88a6a3", "#b8a48c");

  static {
    words(ProductKind.TSHIRT, "tshirt tee tees tank polo jersey");
    words(ProductKind.SHIRT, "shirt shirts blouse button top tops flannel tunic");
    words(ProductKind.SWEATER, "sweater jumper pullover cardigan knit turtleneck vest");
    words(ProductKind.HOODIE, "hoodie hoody sweatshirt fleece");
    words(ProductKind.COAT, "coat overcoat parka trench");
    words(ProductKind.JACKET, "jacket jackets blazer anorak windbreaker bomber outerwear");
    words(ProductKind.DRESS, "dress dresses gown jumpsuit romper");
    words(ProductKind.SKIRT, "skirt skirts shorts");
    words(ProductKind.TROUSERS, "trousers pants jeans leggings chinos joggers sweatpants overalls");
    words(ProductKind.SNEAKER, "sneaker sneakers shoe shoes trainers footwear");
    words(ProductKind.BOOT, "boot boots");
    words(ProductKind.LOAFER, "loafer loafers sandal sandals slipper slippers flats heels");
    words(ProductKind.BACKPACK, "backpack rucksack pack");
    words(ProductKind.TOTE, "tote shopper duffel");
    words(ProductKind.HANDBAG, "bag bags handbag purse clutch satchel crossbody");
    words(ProductKind.WALLET, "wallet wallets cardholder case");
    words(ProductKind.HAT, "hat hats cap caps fedora visor");
    words(ProductKind.BEANIE, "beanie gloves mittens");
    words(ProductKind.SCARF, "scarf scarves shawl bandana socks tie");
    words(ProductKind.SUNGLASSES, "sunglasses glasses eyewear goggles");
    words(ProductKind.WATCH, "watch watches smartwatch");
    words(ProductKind.RING, "ring rings");
    words(
        ProductKind.NECKLACE, "necklace necklaces pendant chain jewelry jewellery bracelet choker");
    words(ProductKind.EARRINGS, "earring earrings studs hoops");
    words(ProductKind.TABLE_LAMP, "lamp lamps light lighting");
    words(ProductKind.LANTERN, "lantern lanterns torch");
    words(ProductKind.CANDLE, "candle candles");
    words(ProductKind.VASE, "vase vases planter decor");
    words(ProductKind.PLANT, "plant plants succulent flower cactus");
    words(ProductKind.CLOCK, "clock clocks");
    words(ProductKind.PRINT, "print poster art painting frame canvas");
    words(ProductKind.MIRROR, "mirror");
    words(ProductKind.BASKET, "basket hamper");
    words(ProductKind.CUSHION, "cushion pillow pillows");
    words(ProductKind.RUG, "rug rugs carpet mat");
    words(ProductKind.THROW, "throw blanket blankets quilt duvet sheets bedding");
    words(ProductKind.TOWEL, "towel towels");
    words(ProductKind.CHAIR, "chair chairs furniture");
    words(ProductKind.ARMCHAIR, "armchair recliner");
    words(ProductKind.STOOL, "stool pouf ottoman bench");
    words(ProductKind.SOFA, "sofa couch");
    words(ProductKind.TABLE, "table tables desk");
    words(ProductKind.SHELF, "shelf shelves bookcase cabinet");
    words(ProductKind.MUG, "mug mugs cup cups");
    words(ProductKind.TEAPOT, "teapot");
    words(ProductKind.BOWL, "bowl bowls");
    words(ProductKind.PLATE, "plate plates dinnerware tableware");
    words(ProductKind.CARAFE, "carafe glassware jug pitcher");
    words(ProductKind.KETTLE, "kettle");
    words(ProductKind.PAN, "pan pans pot pots skillet cookware");
    words(ProductKind.KNIFE, "knife knives");
    words(ProductKind.BOARD, "board");
    words(ProductKind.COFFEE_MAKER, "press moka espresso");
    words(ProductKind.HEADPHONES, "headphones headphone earbuds headset earphones");
    words(ProductKind.SPEAKER, "speaker speakers soundbar");
    words(ProductKind.CAMERA, "camera cameras lens");
    words(ProductKind.RADIO, "radio");
    words(ProductKind.TURNTABLE, "turntable vinyl record");
    words(ProductKind.KEYBOARD, "keyboard laptop computer");
    words(ProductKind.GUITAR, "guitar ukulele");
    words(ProductKind.BOOK, "book books novel");
    words(ProductKind.NOTEBOOK, "notebook journal planner diary stationery");
    words(ProductKind.PEN, "pen pens pencil pencils");
    words(ProductKind.TENT, "tent camping");
    words(ProductKind.BOTTLE, "bottle flask tumbler thermos");
    words(ProductKind.BICYCLE, "bike bicycle");
    words(ProductKind.HELMET, "helmet");
    words(ProductKind.SKATEBOARD, "skateboard longboard surfboard snowboard");
    words(ProductKind.TEDDY, "teddy bear plush toy toys doll");
    words(ProductKind.BLOCKS, "blocks puzzle game");
    words(ProductKind.SOAP, "soap");
    words(ProductKind.DISPENSER, "shampoo lotion wash conditioner sanitizer");
    words(ProductKind.JAR, "cream balm salt serum moisturizer");
    words(ProductKind.PERFUME, "perfume fragrance cologne");
    words(ProductKind.COFFEE, "coffee beans");
    words(ProductKind.TEA, "tea");
    words(ProductKind.HONEY, "honey jam");
    words(ProductKind.CHOCOLATE, "chocolate candy");
    words(ProductKind.OIL, "oil vinegar wine");
  }

  private Placeholders() {}

  private static void words(ProductKind kind, String list) {
    for (String word : list.split(" ", -1)) {
      WORDS.put(word, kind);
    }
  }

  static PictureSpec spec(String title, String category, long seed) {
    ProductKind kind = find(title);
    if (kind == null) {
      kind = find(category);
    }
    long spread = Surface.mix(seed);
    String color = color(title);
    if (color == null) {
      color = NEUTRAL.get((int) Math.floorMod(spread, (long) NEUTRAL.size()));
    }
    String accent = NEUTRAL.get((int) Math.floorMod(spread >> 9, (long) NEUTRAL.size()));
    return new PictureSpec(
        kind == null ? ProductKind.PARCEL : kind,
        (int) Math.floorMod(spread >> 20, 12L),
        color,
        accent.equals(color) ? "#efe0c4" : accent,
        seed & 0xFFFFFFFFFFFFL,
        0);
  }

  static ProductKind kind(String words) {
    ProductKind kind = find(words);
    return kind == null ? ProductKind.PARCEL : kind;
  }

  private static @Nullable ProductKind find(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace("t-shirt", "tshirt");
    ProductKind found = null;
    for (String word : NOT_WORD.split(plain)) {
      ProductKind kind = WORDS.get(word);
      found = kind == null ? found : kind;
    }
    return found;
  }

  private static @Nullable String color(String text) {
    for (String word : NOT_WORD.split(text.toLowerCase(Locale.ROOT))) {
      String color = COLORS.get(word);
      if (color != null) {
        return color;
      }
    }
    return null;
  }
}
