package dev.windowshop.client.chat;

import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.emoji.EmojiRecents;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.video.Posters;
import dev.windowshop.client.video.VideoDesk;
import dev.windowshop.client.voice.SoundException;
import dev.windowshop.client.voice.VoicePlayer;
import dev.windowshop.client.voice.VoiceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Emoji as they are, silence, and a window without anything around the conversations.
public final class SampleMedia {
  private SampleMedia() {}

  public static ChatMedia of() {
    AtomicReference<@Nullable String> latest = new AtomicReference<>();
    return new ChatMedia(
        new EmojiPictures(EmojiCatalogue.load()),
        new EmojiRecents(latest::get, latest::set),
        new VoicePlayer(_ -> {
          throw new SoundException("No sound here.", null);
        }),
        new VoiceRecorder(_ -> {
          throw new SoundException("No microphone here.", null);
        }),
        new VideoDesk(Runnable::run),
        Posters.NONE);
  }

  /// Remembers the card that was to be shown.
  public static final class NoSheets implements Sheets {
    public @Nullable Node shown;

    @Override
    public void show(Node card, Runnable closed) {
      shown = card;
    }

    @Override
    public void fill(Node card, Runnable closed) {
      shown = card;
    }

    @Override
    public void close() {
      shown = null;
    }
  }

  /// Remembers what was said.
  public static final class NoNotices implements Notices {
    public final List<String> said = new ArrayList<>();

    @Override
    public void show(String text) {
      said.add(text);
    }

    @Override
    public void show(String text, String action, Runnable run) {
      said.add(text);
    }
  }
}
