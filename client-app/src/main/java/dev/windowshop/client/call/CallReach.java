package dev.windowshop.client.call;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where calls can be made and words be read. A call that one came into by a link was in none of
/// these, and from an account that was deleted nobody answers. Immutable.
///
/// @param shown the conversations that can be opened, by id
/// @param callable those of them where there is somebody to call
public record CallReach(Map<String, Place> shown, Set<String> callable) {
  /// A conversation as it is called.
  public record Place(String name, @Nullable String avatarUrl, boolean group) {}

  public static final CallReach NOWHERE = new CallReach(Map.of(), Set.of());
}
