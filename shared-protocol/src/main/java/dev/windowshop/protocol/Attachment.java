package dev.windowshop.protocol;

import org.jspecify.annotations.Nullable;

/// A file in a message.
///
/// @param size bytes
/// @param width pixels, of an image or video
public record Attachment(
    String id,
    String kind,
    String name,
    String mime,
    long size,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMs,
    @Nullable String thumbUrl) {}
