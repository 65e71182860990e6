package dev.windowshop.client.app;

import dev.windowshop.client.chat.ChatService;
import dev.windowshop.client.people.AcquaintanceService;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.PresenceStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Whether a seller is there: asked once a visit, and kept up to what the conversations with them
/// tell. Nothing is known to a guest. Thread-safe; nothing blocks.
final class SellerPresence {
  private final AcquaintanceService people;
  private final Map<String, Live<PresenceStatus>> known = new ConcurrentHashMap<>();

  SellerPresence(ChatService chat, AcquaintanceService people) {
    this.people = people;
    chat.presence()
        .observe(all ->
            known.forEach((userId, live) -> {
              PresenceStatus now = all.get(userId);
              if (now != null && now != live.value()) {
                live.set(now);
              }
            }));
  }

  Live<PresenceStatus> of(String userId) {
    Live<PresenceStatus> live = known.computeIfAbsent(userId, id -> new Live<>());
    people
        .person(userId)
        .thenAccept(person -> {
          PresenceStatus status = person.status();
          if (status != null) {
            live.set(status);
          }
        })
        .exceptionally(unknown -> null);
    return live;
  }
}
