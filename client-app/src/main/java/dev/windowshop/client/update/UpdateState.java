package dev.windowshop.client.update;

import dev.windowshop.protocol.Release;
import java.nio.file.Path;

/// What is known of newer versions. Immutable.
public sealed interface UpdateState {
  /// This build takes none.
  record Off() implements UpdateState {}

  record NotAsked() implements UpdateState {}

  record Current() implements UpdateState {}

  /// There is a newer one, and its sheet is signed.
  record Available(Release release) implements UpdateState {}

  record Fetching(Release release, long received) implements UpdateState {}

  /// It is here, whole, and what was signed.
  record Fetched(Release release, Path file) implements UpdateState {}

  /// The system's installer has it.
  record Installing(Release release) implements UpdateState {}

  /// It is there from the next start on.
  record Installed(Release release) implements UpdateState {}

  /// @param why fit to be shown
  record Failed(String why) implements UpdateState {}
}
