package dev.windowshop.client.cache;

import java.util.List;

/// A step of the cache's layout. Once released a step is never edited; the next one gets the next
/// number, whichever feature it belongs to.
///
/// @param version what `PRAGMA user_version` is after it, unique over all features
/// @param feature whose step it is, for messages
public record Migration(int version, String feature, List<String> statements) {
  public static Migration of(int version, String feature, String... statements) {
    return new Migration(version, feature, List.of(statements));
  }
}
