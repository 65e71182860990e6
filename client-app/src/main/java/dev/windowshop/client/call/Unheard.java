package dev.windowshop.client.call;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.platform.Settings;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is not heard on this device, kept for as long as a call goes on, so that whoever closes the
/// app meanwhile and comes back still does not hear them. Thread-safe; nothing blocks.
public final class Unheard {
  private static final Logger LOG = LoggerFactory.getLogger(Unheard.class);
  private static final String KEY = "call.unheard.";

  /// A call that ended while the app was closed is told by nobody: the oldest go.
  private static final int CALLS = 8;

  private final Settings settings;

  public Unheard(Settings settings) {
    this.settings = settings;
  }

  /// The people by the id of the call.
  Map<String, Set<String>> of(String userId) {
    String kept = settings.text(KEY + userId);
    if (kept == null) {
      return Map.of();
    }
    try {
      return Json.mapper().readValue(kept, new TypeReference<Map<String, Set<String>>>() {});
    } catch (com.fasterxml.jackson.core.JsonProcessingException | ProblemException e) {
      LOG.warn("who was not to be heard cannot be read: {}", e.getMessage());
      return Map.of();
    }
  }

  void keep(String userId, Map<String, Set<String>> unheard) {
    if (unheard.isEmpty()) {
      settings.remove(KEY + userId);
      return;
    }
    // Ids grow with time.
    List<String> newest =
        unheard.keySet().stream().sorted(Comparator.reverseOrder()).limit(CALLS).toList();
    Map<String, Set<String>> kept =
        newest.stream().collect(Collectors.toMap(call -> call, unheard::get));
    settings.set(KEY + userId, Json.encode(kept));
  }
}
