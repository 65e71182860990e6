package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Personal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody decided for themselves, as a test sees it.
final class FakePersonals implements Personals {
  final Live<Map<String, Own>> own = new Live<>(Map.of());

  /// Whether a draft shows only when the test says so.
  boolean slow;

  final Map<String, String> chosen = new HashMap<>();

  @Override
  public Live<Map<String, Own>> own() {
    return own;
  }

  @Override
  public void mute(String conversationId, boolean on, @Nullable Instant until) {
    chosen.put(conversationId, "mute " + on);
  }

  @Override
  public void pin(String conversationId, boolean on) {
    chosen.put(conversationId, "pin " + on);
  }

  @Override
  public void archive(String conversationId, boolean on) {
    chosen.put(conversationId, "archive " + on);
  }

  @Override
  public void markUnread(String conversationId, boolean on) {
    chosen.put(conversationId, "unread " + on);
  }

  @Override
  public void draft(String conversationId, Personal.@Nullable Draft draft) {
    if (slow) {
      return;
    }
    Map<String, Own> all = new HashMap<>(own.value() == null ? Map.of() : own.value());
    all.put(conversationId, new Own(false, null, draft));
    own.set(Map.copyOf(all));
  }
}
