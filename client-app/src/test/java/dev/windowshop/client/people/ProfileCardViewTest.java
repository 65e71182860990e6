package dev.windowshop.client.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ProfileCardViewTest extends ApplicationTest {
  private final FakeAcquaintances people = new FakeAcquaintances();
  private final List<String> went = new ArrayList<>();
  private final StackPane root = new StackPane();

  @Override
  public void start(Stage stage) {
    Pictures pictures =
        new Pictures(
            _ -> CompletableFuture.failedFuture(new IllegalStateException("no pictures")),
            Runnable::run,
            FxThread::run);
    ProfileCardViewModel model =
        new ProfileCardViewModel(
            "mira",
            "me",
            people,
            id -> CompletableFuture.completedFuture("chat-" + id),
            FxThread::run);
    root.getChildren()
        .add(
            new ProfileCardView(
                model,
                pictures,
                new ProfileCardView.Ways(
                    went::add,
                    (id, media) -> went.add(id + " " + media),
                    user ->
                        root.getChildren()
                            .setAll(
                                new ReportView(
                                    new ReportViewModel(
                                        Report.Kind.USER, user.id(), people, FxThread::run),
                                    () -> went.add("closed"))),
                    () -> went.add("settings"))));
    Scene scene = new Scene(root, 420, 640);
    new Theme(ThemeMode.LIGHT, List.of()).install(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aCardSaysWhoItIsAndLeadsToThem() {
    assertTrue(lookup("Mira Sand").tryQuery().isPresent());
    assertTrue(lookup("Busy").tryQuery().isPresent());
    assertTrue(lookup("Sanding tables until six").tryQuery().isPresent());
    clickOn("Message");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("chat-mira"), went);
  }

  @Test
  void whoIsBlockedIsNotToBeReachedFromTheCard() {
    clickOn("Block");
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(lookup("Message").<Button>query().getParent().isVisible());
    assertEquals(1, people.blocked.value() == null ? 0 : people.blocked.value().size());
    clickOn("Unblock");
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(lookup("Message").<Button>query().getParent().isVisible());
  }

  @Test
  void aReportIsChosenSentAndThankedFor() {
    clickOn("Report");
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(lookup("Send report").<Button>query().isDisabled());
    clickOn("Harassment or hate");
    clickOn("Send report");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(Report.Reason.HARASSMENT, people.reports.getFirst().reason());
    clickOn("Done");
    assertEquals(List.of("closed"), went);
  }
}
