package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Call;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What a conversation knows of calls.
///
/// @param ring rings the others of a conversation
/// @param join joins the call that runs in a conversation
/// @param running how many are in the call of a conversation, where one runs that one is not in
public record CallDoor(
    BiConsumer<String, Call.Media> ring,
    Consumer<String> join,
    Live<Map<String, Integer>> running) {
  /// For conversations without calls around them.
  public static CallDoor ringing(BiConsumer<String, Call.Media> ring) {
    return new CallDoor(ring, conversation -> {}, new Live<>(Map.of()));
  }
}
