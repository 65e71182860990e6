package dev.windowshop.client.app;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.platform.notes.DesktopNotes;
import dev.windowshop.client.platform.notes.SystemNote;
import dev.windowshop.client.shell.AnswerableNotice;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.look.Pictures;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.jspecify.annotations.Nullable;

/// Tells the desktop too when nobody looks at the window. On the FX thread.
///
/// @param looking whether the window is in front
/// @param sound whether notes may be heard
/// @param raise brings the window to the front
/// @param reply brings up a place to answer a note in, where the desktop's own has none
record AwayNotices(
    Notices here,
    DesktopNotes away,
    Pictures pictures,
    BooleanSupplier looking,
    BooleanSupplier sound,
    Runnable raise,
    Consumer<AnswerableNotice> reply)
    implements Notices {
  private static final String NAME = "Windowshop";

  /// Pixels of the picture that goes along.
  private static final int PICTURE = 64;

  @Override
  public void show(String text) {
    here.show(text);
    tell(text, text, () -> {});
  }

  @Override
  public void show(String text, String action, Runnable run) {
    here.show(text, action, run);
    tell(text, text, run);
  }

  @Override
  public void show(String about, String text, String action, Runnable run) {
    here.show(about, text, action, run);
    tell(about, text, run);
  }

  @Override
  public void show(AnswerableNotice notice) {
    here.show(notice);
    if (!looking.getAsBoolean()) {
      away.show(note(notice, sound.getAsBoolean()));
    }
  }

  @Override
  public void update(AnswerableNotice notice) {
    here.update(notice);
    away.update(note(notice, false));
  }

  @Override
  public void withdraw(String about) {
    here.withdraw(about);
    away.withdraw(about);
  }

  private void tell(String about, String text, Runnable run) {
    if (!looking.getAsBoolean()) {
      away.show(
          new SystemNote(
              about,
              NAME,
              text,
              text,
              false,
              sound.getAsBoolean(),
              null,
              () ->
                  FxThread.run(() -> {
                    raise.run();
                    run.run();
                  }),
              null,
              null));
    }
  }

  private SystemNote note(AnswerableNotice notice, boolean heard) {
    AnswerableNotice.Words words = notice.words();
    return new SystemNote(
        notice.about(),
        words.title(),
        words.body(),
        words.discreet(),
        true,
        heard,
        picture(words.picture()),
        () ->
            FxThread.run(() -> {
              raise.run();
              notice.run().run();
            }),
        new SystemNote.Reply(
            notice.prompt(),
            text -> FxThread.run(() -> notice.answer().accept(text)),
            () -> FxThread.run(() -> reply.accept(notice))),
        () -> FxThread.run(notice.read()));
  }

  /// Only when it is in memory: a note waits for none, but the next one may have it.
  private SystemNote.@Nullable Picture picture(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    Image image = pictures.now(address, PICTURE);
    if (image == null) {
      pictures.load(address, PICTURE, _ -> {});
      return null;
    }
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] bytes = new byte[width * height * 4];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), bytes, 0, width * 4);
    for (int i = 0; i < bytes.length; i += 4) {
      byte blue = bytes[i];
      bytes[i] = bytes[i + 2];
      bytes[i + 2] = blue;
    }
    return new SystemNote.Picture(width, height, bytes);
  }
}
