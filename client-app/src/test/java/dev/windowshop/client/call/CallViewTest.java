package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.LocalSources.Picture;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.frames.FrameWriter;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class CallViewTest extends ApplicationTest {
  @TempDir private static Path folder;

  private final SampleCall sample = new SampleCall(folder);
  private final List<String> done = new ArrayList<>();
  private final CallViewModel call =
      new CallViewModel(
          Clock.fixed(SampleCall.NOW, ZoneOffset.UTC), ids -> {}, conversation -> true, () -> "");
  private final RingingViewModel ringing = new RingingViewModel(ids -> {});
  private VBox root;

  @Override
  public void start(Stage stage) {
    Pictures pictures =
        new Pictures(url -> new CompletableFuture<>(), ForkJoinPool.commonPool(), Runnable::run);
    root =
        new VBox(
            new CallView(
                call,
                new DevicesViewModel(() -> LocalSources.devices(1), sources -> {}),
                new Presses(),
                new CallPlace(scene -> {}),
                pictures,
                new EmojiPictures(EmojiCatalogue.load()),
                ForkJoinPool.commonPool()),
            new IncomingCallView(ringing, new Answers(), pictures));
    root.getStylesheets()
        .add(Objects.requireNonNull(CallView.class.getResource("call.css")).toExternalForm());
    Scene scene = new Scene(root, 380, 700);
    new Theme(ThemeMode.LIGHT, List.of()).install(scene);
    stage.setScene(scene);
    stage.show();
    call.know(SampleCall.PEOPLE);
    call.know(SampleCall.REACH);
    ringing.know(SampleCall.PEOPLE);
  }

  @AfterEach
  void deleteFilms() throws IOException {
    sample.close();
  }

  @Test
  void theNewestPictureIsShown() {
    FrameWriter film = sample.film();
    SampleCall.paint(film, 255, 0, 0);
    show(SampleCall.active(me(false), SampleCall.peer("mara", film.path(), false, false)));
    until(() -> middle().getRed() > 0.5);
    SampleCall.paint(film, 0, 0, 255);
    SampleCall.paint(film, 0, 255, 0);
    until(() -> middle().getGreen() > 0.5 && middle().getRed() < 0.1 && middle().getBlue() < 0.1);
  }

  @Test
  void theLastPictureStaysUntilTheNextConnectionHasOne() {
    FrameWriter film = sample.film();
    SampleCall.paint(film, 255, 0, 0);
    show(SampleCall.active(me(false), SampleCall.peer("mara", film.path(), false, false)));
    until(() -> middle().getRed() > 0.5);
    FrameWriter next = sample.film();
    show(SampleCall.active(me(false), SampleCall.peer("mara", next.path(), false, false)));
    assertTrue(middle().getRed() > 0.5);
    SampleCall.paint(next, 0, 255, 0);
    until(() -> middle().getGreen() > 0.5);
  }

  @Test
  void withoutACameraThePersonIsShown() {
    show(SampleCall.active(me(false), SampleCall.peer("mara", null, true, true)));
    assertTrue(shows("Mara Lindqvist"));
    assertTrue(shows("ML"));
    assertTrue(
        lookup(".call-tile")
            .query()
            .getPseudoClassStates()
            .contains(PseudoClass.getPseudoClass("speaking")));
    assertTrue(shows("3:07"));
  }

  @Test
  void aTestPictureIsCalledOne() {
    assertTrue(note(Picture.PATTERN));
    assertFalse(note(Picture.CAMERA));
  }

  @Test
  void theControlsSayWhatTheyDo() {
    show(SampleCall.active(me(true), SampleCall.peer("mara", null, false, false)));
    interact(() -> button("Unmute").fire());
    interact(() -> button("Camera off").fire());
    interact(() -> button("Hang up").fire());
    assertEquals(List.of("muted false", "camera false", "hang up"), done);
  }

  @Test
  void whileItRingsTheOtherHasATile() {
    show(SampleCall.outgoing(null));
    assertTrue(shows("Ringing…"));
    assertEquals(2, lookup(".call-tile").queryAll().size());
  }

  @Test
  void theEndSaysWhyAndOffersToCallBack() {
    show(SampleCall.ended(Reason.NO_ANSWER));
    assertTrue(shows("Mara Lindqvist didn't answer. Write a message, or call again."));
    interact(() -> button("Call back").fire());
    assertEquals(List.of("call back"), done);
    // Somebody who came by a link has nobody to call where they are not.
    interact(() -> call.know(CallReach.NOWHERE));
    assertFalse(shows("Call back"));
    assertTrue(shows("Close"));
  }

  @Test
  void theHealingCallSaysSo() {
    show(SampleCall.healing(me(false), SampleCall.peer("mara", null, false, false)));
    assertTrue(shows("Picture and sound are coming back…"));
  }

  @Test
  void aVideoCallCanBeAnsweredBothWays() {
    show(SampleCall.incoming(dev.windowshop.protocol.Call.Media.VIDEO));
    interact(() -> button("Answer with video").fire());
    interact(() -> button("Audio only").fire());
    interact(() -> button("Decline").fire());
    assertEquals(List.of("accept true", "accept false", "decline"), done);
  }

  @Test
  void anAudioCallIsJustAnswered() {
    show(SampleCall.incoming(dev.windowshop.protocol.Call.Media.AUDIO, "theo"));
    assertTrue(shows("Audio call with you and 1 other"));
    assertFalse(shows("Answer with video"));
    assertTrue(shows("Answer"));
  }

  @Test
  void handsAndReactionsGoOutAndAreSeen() {
    Peer mara =
        SampleCall.peer("mara", null, false, false)
            .with(signs -> signs.withHand(true).withCode("1234 5678 9012"));
    show(SampleCall.active(me(false), mara));
    assertEquals("Hand raised", lookup(".call-hand").query().getAccessibleText());
    interact(() -> button("Raise your hand").fire());
    interact(() -> button("React").fire());
    interact(() -> button("React with 👏").fire());
    assertEquals(List.of("hand true", "react 👏"), done);
    show(
        SampleCall.active(
            me(false).withHand(true), mara.with(signs -> signs.reacting("🎉").withDeaf(true))));
    assertTrue(call.tiles().getFirst().deaf().get());
    assertEquals("1234 5678 9012", call.tiles().getFirst().code().get());
    interact(() -> button("Lower your hand").fire());
    assertEquals("hand false", done.getLast());
  }

  @Test
  void whoeverSpeaksIsLargeAndStaysSo() {
    interact(call::toggleLayout);
    Peer mara = SampleCall.peer("mara", null, false, false);
    Peer theo = SampleCall.peer("theo", null, false, false);
    show(SampleCall.active(me(false), mara, theo));
    assertEquals("mara", call.main().get());
    show(SampleCall.active(me(false), mara, theo.withSpeaking(true)));
    show(SampleCall.active(me(false), mara, theo));
    assertEquals("theo", call.main().get());
    double large =
        lookup(".call-tile").queryAll().stream()
            .mapToDouble(tile -> tile.getLayoutBounds().getWidth())
            .max()
            .orElse(0);
    assertTrue(large > 300, "the large one is " + large + " wide");
    interact(call::toggleLayout);
    assertEquals("", call.main().get());
  }

  @Test
  void holdingTheSpaceBarSpeaks() {
    interact(() -> call.setPushToTalk(true));
    show(SampleCall.active(me(true), SampleCall.peer("mara", null, false, false)));
    interact(() -> root.requestFocus());
    press(javafx.scene.input.KeyCode.SPACE);
    assertEquals(List.of("muted false"), done);
    show(SampleCall.active(me(false), SampleCall.peer("mara", null, false, false)));
    release(javafx.scene.input.KeyCode.SPACE);
    assertEquals(List.of("muted false", "muted true"), done);
  }

  @Test
  void aPoorConnectionSaysWhy() {
    MediaEvent.Stats late =
        new MediaEvent.Stats(
            "call",
            new dev.windowshop.client.media.PeerKey("mara", 1),
            640,
            200,
            100,
            0,
            "udp",
            0,
            new MediaEvent.Flow("VP8", 320, 180, 12, 168),
            new MediaEvent.Flow("VP8", 640, 360, 15, 41),
            MediaEvent.Flow.NONE,
            new MediaEvent.Flow("VP8", 1280, 720, 8, 27));
    show(
        SampleCall.active(
            me(false)
                .withQuality(new MediaEvent.Quality("call", 2, false, MediaEvent.Strain.NETWORK)),
            SampleCall.peer("mara", null, false, false).with(signs -> signs.withStats(late))));
    assertTrue(shows("What you say arrives late"));
    assertTrue(shows("Smaller picture: your connection is slow"));
    interact(() -> call.showDetails().set(true));
    assertTrue(call.details().get().contains("VP8 320×180, 12 fps"), call.details().get());
    assertTrue(
        call.details().get().contains("Sending VP8 640×360, 15 fps, 41 kbit/s"),
        call.details().get());
    assertTrue(
        call.details().get().contains("Your screen VP8 1280×720, 8 fps, 27 kbit/s"),
        call.details().get());
    assertTrue(call.details().get().contains("through a relay"), call.details().get());
  }

  @Test
  void whoKnocksByALinkIsNamedAndAnswered() {
    CallState now = SampleCall.active(me(false), SampleCall.peer("mara", null, false, false));
    String callId = Objects.requireNonNull(now.currentRoom()).callId();
    interact(() -> {
      Desk desk = new Desk(now, List.of(), null, Map.of());
      Lobby lobby =
          desk.lobby()
              .with(SampleCall.knock("1", callId, "Eve"))
              .with(SampleCall.knock("2", callId, "Dan"));
      call.show(desk.with(lobby.with(SampleCall.knock("3", "another call", "Zoe"))));
    });
    assertTrue(shows("Eve wants to join \u00B7 1 more"));
    interact(() -> button("Admit").fire());
    interact(() -> button("Refuse").fire());
    assertEquals(List.of("admit true", "admit false"), done);
    assertEquals("1", Objects.requireNonNull(call.knock()).id());
    // A link that was made says so once nobody waits, until that is read.
    String made = "The link is copied: who opens it asks to join.";
    interact(() -> call.know(SampleCall.link(callId)));
    assertFalse(shows(made));
    show(now);
    assertEquals("", call.knocking().get());
    assertTrue(shows(made));
    interact(() -> button("Copy the link").fire());
    assertEquals("copy link", done.getLast());
    interact(call::linkRead);
    assertFalse(shows(made));
  }

  @Test
  void whoKnocksIsAnsweredWithOrWithoutTheCallThatOneIsIn() {
    CallState now = SampleCall.active(me(false), SampleCall.peer("mara", null, false, false));
    dev.windowshop.protocol.Call theo =
        SampleCall.call(dev.windowshop.protocol.Call.Media.AUDIO, "theo");
    interact(() -> {
      Desk desk = new Desk(now, List.of(theo), null, Map.of());
      call.show(desk);
      ringing.show(desk);
    });
    interact(() -> button("Hold and answer").fire());
    interact(() -> button("End and answer").fire());
    assertEquals(List.of("waiting true", "waiting false"), done);
    interact(() -> ringing.show(new Desk(now, List.of(theo), now.currentRoom(), Map.of())));
    assertFalse(shows("Hold and answer"));
    assertTrue(shows("End and answer"));
    interact(() -> call.show(new Desk(now, List.of(), now.currentRoom(), Map.of())));
    assertTrue(shows("Mara Lindqvist on hold"));
    interact(() -> button("Switch").fire());
    assertEquals("swap", done.getLast());
  }

  @Test
  void whenTheCallGoesTheKeyboardGoesToItsConversationAndNeverToTheNextInput() {
    TextField search = onFx(TextField::new);
    TextArea composer = onFx(TextArea::new);
    CallView view = (CallView) root.getChildren().getFirst();
    CallFocus focus = new CallFocus(view, (IncomingCallView) root.getChildren().getLast());
    List<String> asked = new ArrayList<>();
    interact(() -> root.getChildren().addAll(search, composer));
    CallState talking = SampleCall.active(me(false), SampleCall.peer("mara", null, false, false));
    // Hung up: the button goes, or all of the call does.
    for (CallState after : List.of(SampleCall.ended(Reason.OVER), new CallState.Idle())) {
      for (boolean shown : List.of(true, false)) {
        focus.setConversation(id -> {
          asked.add(id);
          if (shown) {
            composer.requestFocus();
          }
          return shown;
        });
        show(talking);
        interact(() -> button("Hang up").requestFocus());
        interact(() ->
            focus.during(
                after instanceof CallState.Idle ? "place" : after.currentConversation(),
                () -> {
                  call.show(new Desk(after, List.of(), null, Map.of()));
                  if (after instanceof CallState.Idle) {
                    root.getChildren().remove(view);
                  }
                }));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(shown ? composer : root, root.getScene().getFocusOwner(), after.toString());
        interact(() -> {
          if (!root.getChildren().contains(view)) {
            root.getChildren().addFirst(view);
          }
        });
      }
    }
    assertEquals(List.of("place", "place", "place", "place"), asked);

    // What had the keyboard elsewhere keeps it.
    show(talking);
    interact(search::requestFocus);
    interact(() ->
        focus.during(
            "place", () -> call.show(new Desk(new CallState.Idle(), List.of(), null, Map.of()))));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(search, root.getScene().getFocusOwner());
  }

  private <T> T onFx(Callable<T> made) {
    return WaitForAsyncUtils.waitForAsyncFx(30_000, made);
  }

  private boolean note(Picture picture) {
    show(
        SampleCall.active(
            new Local(false, true, picture, false, null),
            SampleCall.peer("mara", null, false, false)));
    return call.tiles().stream().anyMatch(t -> t.note().get().equals(TileLooks.NO_CAMERA));
  }

  private static Local me(boolean muted) {
    return new Local(muted, true, Picture.CAMERA, false, null);
  }

  private void show(CallState state) {
    interact(() -> {
      Desk desk = new Desk(state, List.of(), null, Map.of());
      call.show(desk);
      ringing.show(desk);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// The colour in the middle of the first tile.
  private Color middle() {
    Color[] colour = new Color[1];
    interact(() -> {
      // Lays it out, too.
      var image = root.getScene().snapshot(null);
      Node tile = lookup(".call-tile").query();
      var bounds = tile.localToScene(tile.getBoundsInLocal());
      colour[0] =
          image.getPixelReader().getColor((int) bounds.getCenterX(), (int) bounds.getCenterY());
    });
    return colour[0];
  }

  private boolean shows(String text) {
    return lookup((Node node) ->
            node instanceof Labeled labeled && text.equals(labeled.getText()) && isSeen(node))
        .tryQuery()
        .isPresent();
  }

  private static boolean isSeen(Node node) {
    for (Node part = node; part != null; part = part.getParent()) {
      if (!part.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Button button(String name) {
    return lookup((Node node) ->
            node instanceof Button button
                && (name.equals(button.getText()) || name.equals(button.getAccessibleText())))
        .queryButton();
  }

  private static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("it never came to that", e);
    }
  }

  private final class Presses implements CallView.Actions {
    @Override
    public void setMuted(boolean muted) {
      done.add("muted " + muted);
    }

    @Override
    public void setCamera(boolean on) {
      done.add("camera " + on);
    }

    @Override
    public void hangUp() {
      done.add("hang up");
    }

    @Override
    public void setHand(boolean raised) {
      done.add("hand " + raised);
    }

    @Override
    public void react(String emoji) {
      done.add("react " + emoji);
    }

    @Override
    public void setDeaf(String userId, boolean deaf) {
      done.add("deaf " + userId + " " + deaf);
    }

    @Override
    public void chooseDevices() {
      done.add("devices");
    }

    @Override
    public void chooseScreen() {
      done.add("screens");
    }

    @Override
    public void share(dev.windowshop.client.media.@Nullable ScreenSource source) {
      done.add("share " + source);
    }

    @Override
    public void swap() {
      done.add("swap");
    }

    @Override
    public void makeLink() {
      done.add("make link");
    }

    @Override
    public void copyLink() {
      done.add("copy link");
    }

    @Override
    public void revokeLink() {
      done.add("revoke link");
    }

    @Override
    public void answerKnock(boolean admitted) {
      done.add("admit " + admitted);
    }

    @Override
    public void removeGuest(String userId) {
      done.add("remove " + userId);
    }

    @Override
    public void endForAll() {
      done.add("end for all");
    }

    @Override
    public void callBack() {
      done.add("call back");
    }

    @Override
    public void dismiss() {
      done.add("dismiss");
    }
  }

  private final class Answers implements IncomingCallView.Actions {
    @Override
    public void accept(boolean withVideo) {
      done.add("accept " + withVideo);
    }

    @Override
    public void decline() {
      done.add("decline");
    }

    @Override
    public void acceptWaiting(boolean holding) {
      done.add("waiting " + holding);
    }
  }
}
