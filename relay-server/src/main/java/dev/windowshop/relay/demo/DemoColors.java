package dev.windowshop.relay.demo;

import java.util.Map;

/// The colours that products come in: name, `#rrggbb`, and the second colour that goes with it.
final class DemoColors {
  private static final Map<String, String> HEX =
      Map.ofEntries(
          Map.entry("sage", "#8fa58c d9c7a5"),
          Map.entry("moss", "#66764a d8b878"),
          Map.entry("forest", "#2f5a47 d9a95c"),
          Map.entry("olive", "#7c7a45 e6d5b0"),
          Map.entry("mint", "#a9cdb8 f2efe6"),
          Map.entry("teal", "#2c7a7b f0d9a8"),
          Map.entry("petrol", "#1f5566 e0a46a"),
          Map.entry("sky", "#8fb7d6 f4efe4"),
          Map.entry("denim", "#4f6f94 e8d9bf"),
          Map.entry("navy", "#26395c c98f4e"),
          Map.entry("cobalt", "#2f55b5 f3e7cf"),
          Map.entry("ink", "#2b3040 c9a468"),
          Map.entry("charcoal", "#41434a d8a06a"),
          Map.entry("black", "#2a2a2d b9a585"),
          Map.entry("slate", "#66727f e3d3ba"),
          Map.entry("fog", "#b4bcc0 6f7f88"),
          Map.entry("silver", "#c3c6ca 5b6270"),
          Map.entry("white", "#f1eee8 b98d62"),
          Map.entry("bone", "#e6dcc9 a57a52"),
          Map.entry("cream", "#efe3c8 b5694a"),
          Map.entry("oat", "#d8c5a4 7d5f43"),
          Map.entry("sand", "#cfae82 6a5340"),
          Map.entry("camel", "#bf8a52 efe0c4"),
          Map.entry("tan", "#a9703f e9d4b2"),
          Map.entry("cognac", "#9a5429 e4c79c"),
          Map.entry("chestnut", "#6f3f28 d9b486"),
          Map.entry("walnut", "#6b4630 dfc39b"),
          Map.entry("oak", "#c79a63 f1e6d2"),
          Map.entry("ash", "#dcc39c 8a6a4a"),
          Map.entry("brass", "#c8a04e f4ead2"),
          Map.entry("gold", "#d2a445 fbf3df"),
          Map.entry("copper", "#b9704a f3e0cd"),
          Map.entry("mustard", "#d39b2a 4c4a44"),
          Map.entry("ochre", "#c9852f f2e2c4"),
          Map.entry("honey", "#dd9a2e fff3d6"),
          Map.entry("butter", "#f0d684 9a6b3c"),
          Map.entry("apricot", "#eda877 fff1e2"),
          Map.entry("coral", "#e2725b fbe6d8"),
          Map.entry("persimmon", "#d5582a f8e1c9"),
          Map.entry("terracotta", "#bd6544 efd9c1"),
          Map.entry("clay", "#c58b6e f0e2d2"),
          Map.entry("rust", "#a2492a ecc98f"),
          Map.entry("brick", "#94402f e9cfae"),
          Map.entry("red", "#c4373a f7e8dc"),
          Map.entry("wine", "#6f2a3b e2b7a0"),
          Map.entry("plum", "#653b5e dcb9c6"),
          Map.entry("lilac", "#b4a2cf f5eef6"),
          Map.entry("lavender", "#9a90c4 f1ecdf"),
          Map.entry("rose", "#d59a9c f8ebe4"),
          Map.entry("blush", "#e6bfb0 9c5a4c"),
          Map.entry("raspberry", "#b23a5e f6dcd7"),
          Map.entry("multi", "#3f8f86 e2725b"));

  private DemoColors() {}

  static String main(String name) {
    return HEX.containsKey(name) ? entry(name).substring(0, 7) : unknown(name);
  }

  static String accent(String name) {
    return '#' + entry(name).substring(8);
  }

  private static String entry(String name) {
    String entry = HEX.get(name);
    return entry == null ? unknown(name) : entry;
  }

  private static String unknown(String name) {
    throw new IllegalArgumentException("no colour " + name);
  }
}
