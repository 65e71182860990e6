package dev.windowshop.client.preview;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a page says of itself.
///
/// @param url the link as it was written
/// @param picture a file of ours, made for this; whoever takes the preview has it
public record LinkPreview(
    String url,
    String title,
    @Nullable String description,
    @Nullable String siteName,
    @Nullable Path picture) {}
