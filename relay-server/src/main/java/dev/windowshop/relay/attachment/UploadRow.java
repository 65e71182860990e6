package dev.windowshop.relay.attachment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An upload in pieces, as it is stored; how much of it there is, its file says.
///
/// @param sha256 of the whole, where its sender named it
record UploadRow(
    String id,
    String ownerId,
    String name,
    long size,
    @Nullable String sha256,
    @Nullable Kind kind,
    Instant createdAt) {}
