package dev.windowshop.client.call;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Call;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A look at oneself: a call without peers, which is known to nobody.
///
/// @param camera whether it is a camera's picture: that one is shown as in a mirror
/// @param level how loud one is, 0 to 1
record Preview(boolean open, @Nullable Path frames, boolean camera, double level) {
  static final String CALL = "preview";
  private static final Preview SHUT = new Preview(false, null, false, 0);

  /// Opens and shuts it, and keeps what the engine tells of it. Thread-safe.
  static final class Watch {
    private final MediaEngine engine;
    private final Live<Preview> preview = new Live<>(SHUT);

    Watch(MediaEngine engine) {
      this.engine = engine;
      engine.onEvent(this::happened);
    }

    Live<Preview> preview() {
      return preview;
    }

    void open(LocalSources sources) {
      preview.set(new Preview(true, null, false, 0));
      engine.send(
          new MediaCommand.OpenCall(
              CALL, Call.Media.VIDEO, List.of(), false, true, false, sources));
      engine.send(new MediaCommand.SetMeter(CALL, true));
    }

    void shut() {
      preview.update(before -> {
        if (before.open()) {
          engine.send(new MediaCommand.CloseCall(CALL));
        }
        return SHUT;
      });
    }

    void use(LocalSources sources) {
      engine.send(new MediaCommand.SetSources(CALL, sources));
    }

    private void happened(MediaEvent event) {
      if (event instanceof MediaEvent.Died) {
        preview.set(SHUT);
      } else if (CALL.equals(event.call())) {
        preview.update(before -> after(before, event));
      }
    }

    private static Preview after(Preview before, MediaEvent event) {
      if (!before.open()) {
        return before;
      }
      return switch (event) {
        case MediaEvent.TileOpened tile ->
            new Preview(true, tile.frames(), before.camera(), before.level());
        case MediaEvent.LocalMedia media ->
            new Preview(
                true,
                before.frames(),
                media.picture() == LocalSources.Picture.CAMERA,
                before.level());
        case MediaEvent.Levels levels ->
            new Preview(
                true,
                before.frames(),
                before.camera(),
                levels.levels().stream()
                    .filter(one -> one.peer() == null)
                    .mapToDouble(MediaEvent.Level::level)
                    .findFirst()
                    .orElse(0));
        case MediaEvent.Failed _ -> SHUT;
        case MediaEvent _ -> before;
      };
    }
  }
}
