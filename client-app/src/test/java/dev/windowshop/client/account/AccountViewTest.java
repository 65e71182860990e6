package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.GalleryWindow;
import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class AccountViewTest extends ApplicationTest {
  private GalleryWindow window;

  @Override
  public void start(Stage stage) {
    Theme theme = new Theme(ThemeMode.LIGHT, List.of());
    window = new GalleryWindow(SampleShop.full(), new Destination.Home(), theme);
    Scene scene = new Scene(window.shell.root(), 960, 900);
    theme.install(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private boolean shows(String words) {
    return !labels(words).isEmpty();
  }

  private Set<Node> labels(String words) {
    return lookup((Node node) ->
            node instanceof Label label && label.isVisible() && label.getText().contains(words))
        .queryAll();
  }

  private void fire(String words) {
    until(() -> button(words) != null);
    interact(() -> {
      Button button = button(words);
      if (button != null) {
        button.fire();
      }
    });
  }

  private @org.jspecify.annotations.Nullable Button button(String words) {
    return lookup((Node node) ->
            node instanceof ButtonBase button
                && button.isVisible()
                && !button.isDisabled()
                && words.equals(button.getText()))
        .queryAllAs(Button.class)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private TextField field(String name) {
    until(() ->
        lookup((Node n) -> n instanceof TextField f && named(f, name)).tryQuery().isPresent());
    return lookup((Node n) -> n instanceof TextField f && named(f, name)).query();
  }

  private boolean named(TextField field, String name) {
    return name.equals(field.getAccessibleText())
        || lookup((Node n) ->
                n instanceof Label l && l.getLabelFor() == field && l.getText().startsWith(name))
            .tryQuery()
            .isPresent();
  }

  private void type(String name, String text) {
    TextField field = field(name);
    interact(() -> field.setText(text));
  }

  private void open(Destination destination) {
    interact(() -> window.navigator.go(destination));
  }

  private void settings() {
    interact(() -> window.accounts.signIn("maya", "walking"));
    open(new Destination.Settings());
    until(() -> shows("Where you are signed in"));
  }

  @Test
  void aProviderIsWaitedForAndCanBeGivenUp() {
    open(new Destination.SignIn(null));
    fire("Continue with Google");
    until(() -> shows("Over to your browser"));
    fire("Cancel");
    until(() -> shows("Welcome back"));
    fire("Continue with Google");
    until(() -> shows("Over to your browser"));
    interact(() ->
        window.signIns.outcome.complete(
            new SignIns.Outcome.ToLink("t", "You have an account already.")));
    until(() -> shows("You know us already"));
    type("Password of your account", "walking");
    fire("Link Google and sign in");
    until(() -> window.accounts.account().value() instanceof Account.SignedIn);
  }

  @Test
  void leavingThePageGivesTheBrowserUp() {
    open(new Destination.SignIn(null));
    fire("Continue with Google");
    var outcome = window.signIns.outcome;
    open(new Destination.Home());
    until(outcome::isCancelled);
  }

  @Test
  void aForgottenPasswordLeadsBackIn() {
    open(new Destination.SignIn(null));
    fire("Forgot your password?");
    type("Email", "maya@example.com");
    fire("Send me a code");
    type("Code from the mail", "good");
    type("New password", "walking");
    fire("Set it and sign in");
    until(() -> window.accounts.account().value() instanceof Account.SignedIn);
  }

  @Test
  void anEmailIsConfirmedOnTheSettingsPage() {
    settings();
    assertTrue(shows("Not confirmed yet."));
    fire("Send me a code");
    type("Code from the mail", "good");
    fire("Confirm");
    until(() -> shows("Confirmed."));
    assertFalse(shows("Not confirmed yet."));
  }

  @Test
  void otherDevicesAreSignedOut() {
    settings();
    assertTrue(shows("Windowshop on Windows 11"));
    fire("Sign out everywhere else");
    until(() -> !shows("Windowshop on Windows 11"));
    assertTrue(shows("This device"));
  }

  @Test
  void anAccountIsDeletedAfterItsNameWasTyped() {
    settings();
    fire("Delete…");
    type("Type your user name", "maya");
    type("Your password", "walking");
    fire("Delete my account for good");
    until(() -> window.accounts.account().value() instanceof Account.Guest);
    until(() -> window.navigator.current().get() instanceof Destination.Home);
  }

  @Test
  void aGuestSeesNothingOfIt() {
    open(new Destination.Settings());
    until(() -> shows("You look around as a guest"));
    assertFalse(onScreen("Where you are signed in"));
    assertFalse(onScreen("Take your data along"));
    assertInstanceOf(Account.Guest.class, window.accounts.account().value());
    assertEquals(new Destination.Settings(), window.navigator.current().get());
  }

  private boolean onScreen(String words) {
    return labels(words).stream().anyMatch(label -> shown(label));
  }

  private static boolean shown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
