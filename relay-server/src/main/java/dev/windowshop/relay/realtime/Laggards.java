package dev.windowshop.relay.realtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Sessions whose socket was dropped because it did not keep up, until they come back and are told
/// that they missed something. Remembers the newest ones only. Any thread.
final class Laggards {
  private static final int MOST = 10_000;

  private final Set<String> sessionIds =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  void dropped(String sessionId) {
    sessionIds.add(sessionId);
  }

  /// @return whether it had been dropped; true once only
  boolean cameBack(String sessionId) {
    return sessionIds.remove(sessionId);
  }
}
