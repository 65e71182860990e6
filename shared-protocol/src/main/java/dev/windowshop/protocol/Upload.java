package dev.windowshop.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An upload in pieces (`/attachments/uploads`).
///
/// @param offset bytes that have arrived: where the next piece begins
/// @param expiresAt when what has arrived is forgotten, unless it is finished
/// @param attachment once it is finished
public record Upload(
    String id,
    long offset,
    long size,
    String name,
    @Nullable Instant expiresAt,
    @Nullable Attachment attachment) {

  /// `POST /attachments/uploads`.
  ///
  /// @param size of the whole, bytes
  /// @param sha256 of the whole, hexadecimal: what arrives is compared with it
  /// @param kind `image`, `video`, `voice` or `file`; found out by the relay where it is missing
  public record Create(
      @Nullable String name, long size, @Nullable String sha256, @Nullable String kind) {}
}
