package dev.windowshop.client.call;

import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.LocalSources.Picture;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.frames.FrameWriter;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Call;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Writes a picture of every look of a call, light and dark, as narrow as the dock and as wide as a
/// window: `CallGallery DIR`.
public final class CallGallery {
  private record Shot(String name, ThemeMode mode, int width, Consumer<CallGallery> set) {}

  private final Path folder;
  private final SampleCall sample;
  private final Deque<Shot> shots = new ArrayDeque<>();
  private final Theme theme = new Theme(ThemeMode.LIGHT, List.of());
  private final CallViewModel call =
      new CallViewModel(
          Clock.fixed(SampleCall.NOW, ZoneOffset.UTC), ids -> {}, conversation -> true, () -> "");
  private final RingingViewModel ringing = new RingingViewModel(ids -> {});
  private final DevicesViewModel devices =
      new DevicesViewModel(() -> LocalSources.devices(1), sources -> {});
  private final Stage stage = new Stage();
  private final LobbyBar waiting = new LobbyBar(() -> {});
  private final ElsewhereBar elsewhere = new ElsewhereBar(conversation -> {});
  private final VBox sheet = new VBox();
  private final Path mara;
  private final Path theo;
  private final Path own;

  private CallGallery(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    sample = new SampleCall(Files.createTempDirectory("films"));
    mara = film(196, 120, 90);
    theo = film(80, 110, 150);
    own = film(90, 140, 110);
    call.know(SampleCall.PEOPLE);
    ringing.know(SampleCall.PEOPLE);
    for (ThemeMode mode : List.of(ThemeMode.LIGHT, ThemeMode.DARK)) {
      for (int width : List.of(360, 760)) {
        shots.add(new Shot("two", mode, width, g -> g.show(g.two())));
        shots.add(new Shot("four", mode, width, g -> g.show(g.four())));
        shots.add(new Shot("speaker", mode, width, CallGallery::speaker));
        shots.add(new Shot("held", mode, width, CallGallery::held));
        shots.add(new Shot("details", mode, width, CallGallery::details));
        shots.add(new Shot("lobby", mode, width, CallGallery::lobby));
        shots.add(new Shot("devices", mode, width, CallGallery::devices));
      }
    }
  }

  public static void main(String[] args) {
    Platform.startup(() -> {
      try {
        CallGallery gallery = new CallGallery(Path.of(args[0]));
        gallery.open();
        gallery.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private Path film(int red, int green, int blue) {
    FrameWriter film = sample.film();
    SampleCall.paint(film, red, green, blue);
    return film.path();
  }

  private void open() {
    Pictures pictures =
        new Pictures(url -> new CompletableFuture<>(), ForkJoinPool.commonPool(), Runnable::run);
    CallView view =
        new CallView(
            call,
            devices,
            new Nothing(),
            new CallPlace(scene -> {}),
            pictures,
            new EmojiPictures(EmojiCatalogue.load()),
            ForkJoinPool.commonPool());
    sheet.setPadding(new javafx.geometry.Insets(24));
    sheet.getChildren().setAll(KnockSheet.card(SampleCall.link("call"), () -> {}, () -> {}));
    VBox root =
        new VBox(
            12,
            waiting,
            elsewhere,
            sheet,
            view,
            new IncomingCallView(ringing, new NoAnswer(), pictures));
    root.getStylesheets()
        .add(Objects.requireNonNull(CallView.class.getResource("call.css")).toExternalForm());
    Scene scene = new Scene(root, 360, 900);
    theme.install(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void next() {
    Shot shot = shots.poll();
    if (shot == null) {
      Platform.exit();
      return;
    }
    theme.mode().set(shot.mode());
    stage.setWidth(shot.width());
    if (call.speakerView().get()) {
      call.toggleLayout();
    }
    call.showDetails().set(false);
    call.choosingDevices().set(false);
    waiting.show(null);
    elsewhere.show(null);
    sheet.setVisible(false);
    sheet.setManaged(false);
    shot.set().accept(this);
    PauseTransition settle = new PauseTransition(Duration.millis(900));
    settle.setOnFinished(_ -> {
      write(shot);
      next();
    });
    settle.play();
  }

  private void write(Shot shot) {
    WritableImage picture = stage.getScene().snapshot(null);
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
      }
    }
    String name = shot.name() + "-" + shot.mode().name().toLowerCase(java.util.Locale.ROOT);
    try {
      ImageIO.write(image, "png", folder.resolve(name + "-" + shot.width() + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CallState two() {
    return SampleCall.active(
        me(),
        SampleCall.peer("mara", mara, true, false)
            .with(signs -> signs.withHand(true).withCode("1234 5678 9012")));
  }

  private CallState four() {
    return SampleCall.active(
        me().withHand(true)
            .withQuality(new MediaEvent.Quality("call", 2, false, MediaEvent.Strain.NETWORK)),
        SampleCall.peer("mara", mara, false, true),
        SampleCall.peer("theo", theo, true, false).with(signs -> signs.withHand(true)),
        SampleCall.peer("alex", null, false, true)
            .with(signs -> signs.withDeaf(true).withStats(stats("alex", 620))));
  }

  private Local me() {
    return new Local(false, true, Picture.CAMERA, false, own);
  }

  private void speaker() {
    call.toggleLayout();
    show(four());
  }

  private void held() {
    CallState now = two();
    Call other = SampleCall.call(Call.Media.VIDEO, "theo");
    call.show(new Desk(now, List.of(), now.currentRoom(), Map.of()));
    ringing.show(new Desk(now, List.of(other), null, Map.of()));
  }

  /// Somebody knocks at a call that has a link, and one waits for another; a guest is in it.
  private void lobby() {
    CallState now = two();
    Room room = Objects.requireNonNull(now.currentRoom());
    Lobby lobby =
        Lobby.EMPTY
            .with(SampleCall.knock("1", room.callId(), "Eve Adler"))
            .with(SampleCall.knock("2", room.callId(), "Dan"));
    call.show(new Desk(now, List.of(), null, Map.of()).with(lobby));
    call.know(SampleCall.link(room.callId()));
    waiting.show(new Lobby.Own("token", SampleCall.link("another"), null, null));
    elsewhere.show(
        new Desk.Elsewhere("place", new Call.Device("call", 2, "Robin's laptop", false, true)));
    sheet.setVisible(true);
    sheet.setManaged(true);
  }

  private void details() {
    call.showDetails().set(true);
    show(
        SampleCall.active(
            me(),
            SampleCall.peer("mara", mara, true, false)
                .with(signs -> signs.withStats(stats("mara", 24)))));
  }

  private void devices() {
    show(two());
    call.choosingDevices().set(true);
    devices.show(
        new MediaEvent.Devices(
            List.of(new MediaEvent.Device("1", "Integrated camera")),
            List.of(new MediaEvent.Device("2", "Headset microphone")),
            List.of()));
  }

  private void show(CallState state) {
    Desk desk = new Desk(state, List.of(), null, Map.of());
    call.show(desk);
    ringing.show(desk);
  }

  private static MediaEvent.Stats stats(String userId, double roundTripMs) {
    return new MediaEvent.Stats(
        "call",
        new PeerKey(userId, 1),
        roundTripMs,
        812,
        640,
        0.004,
        "",
        0,
        new MediaEvent.Flow("VP8", 640, 360, 30, 780),
        new MediaEvent.Flow("VP8", 640, 360, 30, 608),
        MediaEvent.Flow.NONE,
        MediaEvent.Flow.NONE);
  }

  private static final class Nothing implements CallView.Actions {
    @Override
    public void setMuted(boolean muted) {}

    @Override
    public void setCamera(boolean on) {}

    @Override
    public void setHand(boolean raised) {}

    @Override
    public void react(String emoji) {}

    @Override
    public void setDeaf(String userId, boolean deaf) {}

    @Override
    public void chooseDevices() {}

    @Override
    public void hangUp() {}

    @Override
    public void chooseScreen() {}

    @Override
    public void share(dev.windowshop.client.media.@Nullable ScreenSource source) {}

    @Override
    public void swap() {}

    @Override
    public void makeLink() {}

    @Override
    public void copyLink() {}

    @Override
    public void revokeLink() {}

    @Override
    public void answerKnock(boolean admitted) {}

    @Override
    public void removeGuest(String userId) {}

    @Override
    public void endForAll() {}

    @Override
    public void callBack() {}

    @Override
    public void dismiss() {}
  }

  private static final class NoAnswer implements IncomingCallView.Actions {
    @Override
    public void accept(boolean withVideo) {}

    @Override
    public void decline() {}

    @Override
    public void acceptWaiting(boolean holding) {}
  }
}
