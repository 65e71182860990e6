package dev.windowshop.client.demo;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the demo friend says.
record FriendTalk(String firstName) {

  /// @param turn how often this friend has answered here
  /// @param seed picks among ways to say it
  String answer(String text, int turn, int seed) {
    Set<Topic> topics = Topic.of(text);
    if (topics.contains(Topic.CALL)) {
      return pick(seed, "Sure, ring me. I pick up.", "Call me, I have the coffee ready.");
    }
    if (topics.contains(Topic.WHO)) {
      return "I'm "
          + firstName
          + ". In this demo I'm a program, but a friendly one: write to me, or press the camera"
          + " above to call me.";
    }
    if (topics.contains(Topic.BYE)) {
      return pick(seed, "See you!", "Later. Send me what you found.");
    }
    if (topics.contains(Topic.THANKS)) {
      return pick(seed, "Any time.", "Of course!");
    }
    if (topics.contains(Topic.PRICE) || topics.contains(Topic.DISCOUNT)) {
      return pick(
          seed,
          "Hm, what would you pay at most?",
          "If you use it every day, it's cheap. If it stands in a corner, it isn't.");
    }
    if (topics.contains(Topic.COLOUR) || topics.contains(Topic.SIZE)) {
      return pick(
          seed,
          "I'd take the darker one. You always end up with the darker one.",
          "Hold it against the wall in your head. Bigger is braver.");
    }
    if (topics.contains(Topic.GIFT)) {
      return "For Lena? She said something about tea the other day.";
    }
    if (topics.contains(Topic.GREETING) || turn == 0) {
      return pick(
          seed,
          "Hey! What are you looking at?",
          "Hi! Still redoing the room? Show me.",
          "Hey you. Want to walk through the shop together? Just call.");
    }
    if (text.contains("?")) {
      return pick(
          seed,
          "I'd say yes. Call me and we look at it together?",
          "Honestly? I'd sleep on it once, and then take it.",
          "Ask the seller, they answer fast. I'm curious too.");
    }
    return pick(
        seed,
        "Ha, that sounds like you.",
        "Nice. Put it in the cart and see if you still like it tomorrow.",
        "I'm listening. Coffee first, though.",
        "Send me a picture!");
  }

  /// What to say to a product card, a picture or a file.
  String answerToCard(@Nullable String title, int seed) {
    return title == null
        ? pick(seed, "Ooh.", "Looks good from here!")
        : pick(
            seed,
            "Ooh, the " + title + ". That would look good at your place.",
            "The " + title + "? Yes. Before I take it.");
  }

  private static String pick(int seed, String... ways) {
    return ways[Math.floorMod(seed, ways.length)];
  }
}
