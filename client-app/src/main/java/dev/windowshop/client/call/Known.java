package dev.windowshop.client.call;

import dev.windowshop.protocol.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names and faces of those who are known.
record Known(Map<String, User> users) {
  String name(String userId) {
    User user = users.get(userId);
    return user == null ? Words.SOMEBODY : user.displayName();
  }

  /// Null for none.
  @Nullable String avatar(String userId) {
    User user = users.get(userId);
    return user == null ? null : user.avatarUrl();
  }
}
