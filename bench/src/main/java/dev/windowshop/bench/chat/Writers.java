package dev.windowshop.bench.chat;

import dev.windowshop.bench.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fills conversations over REST, many messages at a time.
final class Writers {
  private static final int AT_ONCE = 64;
  private static final List<String> WORDS =
      List.of(
          "lamp",
          "table",
          "ceramic",
          "Lisbon",
          "market",
          "tomorrow",
          "linen",
          "delivery",
          "colour",
          "smoked",
          "glass",
          "chair",
          "oak",
          "evening",
          "warm",
          "price",
          "two",
          "blue",
          "corner",
          "window",
          "parcel",
          "Monday",
          "quiet",
          "garden");

  private Writers() {}

  /// @param each how many go to each of them
  static void fill(Rest writer, List<String> conversations, int each) throws Exception {
    try (ExecutorService all = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int worker = 0; worker < AT_ONCE; worker++) {
        int first = worker;
        running.add(
            all.submit(() -> {
              int sent = 0;
              for (int n = first; n < each * conversations.size(); n += AT_ONCE) {
                String id = conversations.get(n % conversations.size());
                writer.post("/conversations/" + id + "/messages", message(n));
                sent++;
              }
              return sent;
            }));
      }
      for (Future<Integer> one : running) {
        one.get();
      }
    }
  }

  private static Map<String, Object> message(int n) {
    StringBuilder text = new StringBuilder("message " + n);
    long mixed = n * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < 4 + (n % 14); i++) {
      mixed = Long.rotateLeft(mixed * 0xBF58476D1CE4E5B9L, 17);
      text.append(' ').append(WORDS.get((int) Long.remainderUnsigned(mixed, WORDS.size())));
    }
    if (n % 5_000 == 77) {
      text.append(" zeppelin");
    }
    return Map.of("clientId", UUID.randomUUID().toString(), "type", "text", "content", text);
  }
}
