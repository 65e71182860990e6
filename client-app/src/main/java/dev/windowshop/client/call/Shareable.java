package dev.windowshop.client.call;

import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that can be shared, and a small picture of it.
///
/// @param picture a frame file, null until there is one
public record Shareable(ScreenSource source, @Nullable Path picture) {
  static List<Shareable> of(MediaEvent.Screens found) {
    return found.sources().stream().map(source -> new Shareable(source, null)).toList();
  }

  static List<Shareable> with(List<Shareable> before, MediaEvent.ScreenPictured pictured) {
    return before.stream()
        .map(one ->
            one.source().equals(pictured.source())
                ? new Shareable(one.source(), pictured.frames())
                : one)
        .toList();
  }
}
