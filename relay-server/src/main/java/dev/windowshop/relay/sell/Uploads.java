package dev.windowshop.relay.sell;

import java.nio.file.Path;
import java.util.Optional;

/// What the shop needs to know of uploads.
@FunctionalInterface
public interface Uploads {
  /// The file of a picture that this user uploaded; empty for anything else. Blocks.
  Optional<Path> picture(String userId, String attachmentId);
}
