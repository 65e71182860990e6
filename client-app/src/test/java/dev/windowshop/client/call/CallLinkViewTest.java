package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class CallLinkViewTest extends ApplicationTest {
  private static final Clock CLOCK = Clock.fixed(SampleCall.NOW, ZoneOffset.UTC);
  private static final Instant LATER = SampleCall.NOW.plus(Duration.ofHours(20));

  private final List<String> followed = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final Relay relay = new Relay();
  private OwnLinksViewModel own;
  private OwnLinksView list;
  private PasteLinkView paste;

  @Override
  public void start(Stage stage) {
    own = new OwnLinksViewModel(relay, CLOCK, troubles::add);
    list = new OwnLinksView(own, copied::add);
    paste = new PasteLinkView(followed::add, () -> followed.add("closed"));
    stage.setScene(new Scene(new VBox(paste, list), 600, 500));
    stage.show();
  }

  @Test
  void onlyWhatIsALinkIntoACallIsFollowed() {
    TextField field = from(paste).lookup(".text-field").query();
    Button go =
        lookup((Node node) -> node instanceof Button b && "Continue".equals(b.getText())).query();
    assertTrue(go.isDisabled());
    for (String wrong : List.of("hello", "windowshop://join/abcdefgh12", "windowshop://call/a b")) {
      interact(() -> field.setText(wrong));
      interact(go::fire);
      assertTrue(shows(LinkWords.NONE), wrong);
    }
    interact(() -> field.setText("  windowshop://call/abcdefgh12\n"));
    assertFalse(shows(LinkWords.NONE), "what was wrong is being put right");
    interact(go::fire);
    assertEquals(List.of("abcdefgh12"), followed);
    interact(() -> paste.say("It is over."));
    assertTrue(shows("It is over."));
  }

  @Test
  void aLinkSaysWhyItLeadsNowhere() {
    assertEquals("", LinkWords.closed(link(Invite.State.PENDING, 0, null, LATER), CLOCK));
    assertTrue(closed(Invite.State.REVOKED, 0, null, LATER).contains("taken back"));
    assertTrue(closed(Invite.State.EXPIRED, 2, 2, LATER).contains("as many as it may"));
    assertTrue(closed(Invite.State.EXPIRED, 0, 2, SampleCall.NOW).contains("expired"));
    assertTrue(closed(Invite.State.EXPIRED, 0, null, LATER).contains("is over"));
  }

  @Test
  void onesOwnLinksAreListedCopiedAndTakenBack() {
    assertFalse(list.isVisible());
    interact(() -> {
      own.know(SampleCall.REACH);
      own.refresh();
    });
    interact(
        () -> relay.asked.getLast().complete(List.of(link(Invite.State.PENDING, 1, 5, LATER))));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(list.isVisible());
    assertTrue(shows("Video call \u00B7 Mara Lindqvist"));
    assertTrue(
        own.rows().getFirst().line().startsWith("1 of 5 came by it \u00B7 until tomorrow, "));
    interact(() -> button("Copy the link").fire());
    assertEquals(List.of("token"), copied);

    // The relay says no: it stays, and says so.
    interact(() -> button("Take it back").fire());
    interact(() -> relay.revoking.completeExceptionally(new IllegalStateException("Not now.")));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("Not now."), troubles);
    assertTrue(list.isVisible());
    relay.revoking = CompletableFuture.completedFuture(null);
    interact(() -> button("Take it back").fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(list.isVisible());
    // An answer from before does not bring it back.
    interact(() -> relay.asked.get(1).complete(List.of(link(Invite.State.PENDING, 1, 5, LATER))));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(list.isVisible());
  }

  private static String closed(
      Invite.State state, int uses, @Nullable Integer maxUses, Instant expiresAt) {
    return LinkWords.closed(link(state, uses, maxUses, expiresAt), CLOCK);
  }

  private static CallLink link(
      Invite.State state, int uses, @Nullable Integer maxUses, Instant expiresAt) {
    return new CallLink(
        "link",
        "call",
        "place",
        Call.Media.VIDEO,
        2,
        new User("me", "me", "Me", null, null, null, null),
        state,
        "token",
        uses,
        maxUses,
        SampleCall.NOW,
        expiresAt);
  }

  private boolean shows(String text) {
    return lookup((Node node) ->
            node instanceof javafx.scene.control.Label label
                && text.equals(label.getText())
                && label.isVisible())
        .tryQuery()
        .isPresent();
  }

  private Button button(String name) {
    return lookup((Node node) -> node instanceof Button b && name.equals(b.getAccessibleText()))
        .query();
  }

  /// Answers when it is told to.
  private static final class Relay implements OwnLinksViewModel.Source {
    final List<CompletableFuture<List<CallLink>>> asked = new ArrayList<>();
    CompletableFuture<Void> revoking = new CompletableFuture<>();

    @Override
    public CompletableFuture<List<CallLink>> own() {
      asked.add(new CompletableFuture<>());
      return asked.getLast();
    }

    @Override
    public CompletableFuture<Void> revoke(String linkId) {
      return revoking;
    }
  }
}
