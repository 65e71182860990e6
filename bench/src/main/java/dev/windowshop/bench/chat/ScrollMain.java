package dev.windowshop.bench.chat;

import dev.windowshop.bench.FrameRun;
import dev.windowshop.bench.Silent;
import dev.windowshop.client.app.Services;
import dev.windowshop.client.chat.CallDoor;
import dev.windowshop.client.chat.ChatContext;
import dev.windowshop.client.chat.ChatDock;
import dev.windowshop.client.chat.ChatMedia;
import dev.windowshop.client.chat.MessageCards;
import dev.windowshop.client.chat.PeopleDoor;
import dev.windowshop.client.chat.StoryDoor;
import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.emoji.EmojiRecents;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.client.video.Posters;
import dev.windowshop.client.video.VideoDesk;
import dev.windowshop.client.voice.Microphone;
import dev.windowshop.client.voice.Speaker;
import dev.windowshop.client.voice.VoicePlayer;
import dev.windowshop.client.voice.VoiceRecorder;
import dev.windowshop.protocol.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.flowless.VirtualFlow;

/// A conversation as the dock shows it, scrolled back by a program through what lies in the cache:
/// says how long frames take. Arguments: the profile's folder, the relay, the conversation.
public final class ScrollMain {
  private final Services services;
  private final Stage stage = new Stage();
  private final StackPane root;
  private int waited;

  private ScrollMain(Services services, String conversation) {
    this.services = services;
    Theme theme = new Theme(ThemeMode.LIGHT, List.of());
    ChatDock dock = new ChatDock(context());
    root = new StackPane(dock.node());
    root.getStyleClass().add("shell");
    stage.setScene(new Scene(root, 420, 900));
    theme.install(stage.getScene());
    stage.show();
    dock.showConversation(conversation);
    begin();
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Services services =
        Services.open(
            Profile.in("bench", folder.resolve("data"), folder.resolve("cache")),
            RelayAddress.of(args[1], false));
    Platform.startup(() -> new ScrollMain(services, args[2]));
  }

  private ChatContext context() {
    Silent silent = new Silent();
    return new ChatContext(
        services.chat(),
        new Pictures(
            url -> CompletableFuture.failedFuture(new IllegalArgumentException(url)),
            services.core().workers().cpu(),
            FxThread::run),
        new ChatMedia(
            new EmojiPictures(EmojiCatalogue.load()),
            new EmojiRecents(() -> null, latest -> {}),
            new VoicePlayer(Speaker.system()),
            new VoiceRecorder(Microphone.system()),
            new VideoDesk(services.core().workers().cpu()),
            Posters.NONE),
        MessageCards.NONE,
        silent,
        silent,
        () -> {},
        product -> {},
        CallDoor.ringing((conversation, media) -> {}),
        group -> CompletableFuture.completedFuture(List.of()),
        () -> {},
        PeopleDoor.SHUT,
        StoryDoor.SHUT,
        link -> {},
        FxThread::run);
  }

  /// Once the end of it is there.
  private void begin() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (root.lookup(".transcript") instanceof VirtualFlow<?, ?> flow
            && flow.getLastVisibleIndex() > 0) {
          stop();
          FrameRun.all(stage.getScene(), pixels -> step(flow, pixels), ScrollMain.this::end);
        }
      }
    }.start();
  }

  private void step(VirtualFlow<?, ?> flow, double pixels) {
    if (flow.getFirstVisibleIndex() == 0) {
      waited++;
    }
    flow.fireEvent(wheel(pixels));
  }

  private static ScrollEvent wheel(double pixels) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        pixels,
        0,
        pixels,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private void end(Map<String, Object> run) {
    Map<String, Object> figures = new LinkedHashMap<>(run);
    figures.put("frames in which its top was in sight", waited);
    System.out.println(Json.encode(figures));
    System.out.flush();
    stage.hide();
    services.close();
    Platform.exit();
  }
}
