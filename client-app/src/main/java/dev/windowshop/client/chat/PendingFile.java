package dev.windowshop.client.chat;

import dev.windowshop.protocol.Attachment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of a message that waits to be sent.
///
/// @param path our own copy
/// @param uploadId at the relay, once it was begun
/// @param sent bytes that the relay has
/// @param attachment what the relay made of it, once it has all
public record PendingFile(
    String clientId,
    int position,
    Path path,
    String name,
    FileKind kind,
    long size,
    String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMs,
    @Nullable String uploadId,
    long sent,
    @Nullable Attachment attachment) {}
