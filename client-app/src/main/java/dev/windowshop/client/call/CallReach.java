package dev.windowshop.client.call;

import java.util.Map;
import java.util.Set;

/// Where calls can be made and words be read. A call that one came into by a link was in none of
/// these, and from an account that was deleted nobody answers. Immutable.
///
/// @param shown the names of the conversations that can be opened, by id
/// @param callable those of them where there is somebody to call
public record CallReach(Map<String, String> shown, Set<String> callable) {
  public static final CallReach NOWHERE = new CallReach(Map.of(), Set.of());
}
