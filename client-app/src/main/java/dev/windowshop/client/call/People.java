package dev.windowshop.client.call;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.User;
import java.util.Collection;
import java.util.Map;

/// Who the people in calls are. Thread-safe, never blocks.
public interface People {
  /// Those known so far, by id.
  Live<Map<String, User>> known();

  /// Finds out about these, where they are not known.
  void want(Collection<String> userIds);
}
