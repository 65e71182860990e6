package dev.windowshop.client.gallery;

import dev.windowshop.client.account.SignIns;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;

/// Accounts, people and moderation.
final class AccountGalleryScreens {
  private AccountGalleryScreens() {}

  static List<GalleryMain.Screen> all() {
    Consumer<GalleryWindow> nothing = window -> {};
    List<GalleryMain.Screen> screens = new ArrayList<>();
    screens.add(new GalleryMain.Screen("sign-in", true, new Destination.SignIn(null), nothing));
    screens.add(new GalleryMain.Screen("sign-up", true, new Destination.SignUp(null), nothing));
    screens.add(
        new GalleryMain.Screen(
            "sign-in-browser",
            true,
            new Destination.SignIn(null),
            window -> GalleryTouch.fire(window, "Continue with Google")));
    screens.add(
        new GalleryMain.Screen(
            "sign-in-link",
            true,
            new Destination.SignIn(null),
            window -> {
              GalleryTouch.fire(window, "Continue with Google");
              window.signIns.outcome.complete(
                  new SignIns.Outcome.ToLink(
                      "t",
                      "You have an account with maya@example.com already. Give its password once,"
                          + " and Google signs you in from then on."));
            }));
    screens.add(
        new GalleryMain.Screen(
            "sign-in-forgot",
            true,
            new Destination.SignIn(null),
            window -> {
              GalleryTouch.fire(window, "Forgot your password?");
              GalleryTouch.fire(window, "Send me a code");
            }));
    screens.add(
        new GalleryMain.Screen(
            "settings-security",
            true,
            new Destination.Settings(),
            window -> {
              window.accounts.signIn("maya", "walking");
              GalleryTouch.after(300, () -> GalleryTouch.scroll(window, 0.22));
            }));
    screens.add(
        new GalleryMain.Screen(
            "settings-leaving",
            true,
            new Destination.Settings(),
            window -> {
              window.accounts.signIn("maya", "walking");
              GalleryTouch.fire(window, "Delete…");
              GalleryTouch.after(300, () -> GalleryTouch.scroll(window, 1));
            }));
    screens.add(
        new GalleryMain.Screen(
            "settings",
            true,
            new Destination.Settings(),
            window -> window.accounts.signIn("maya", "walking")));
    screens.add(
        new GalleryMain.Screen(
            "settings-privacy",
            true,
            new Destination.Settings(),
            window -> {
              window.accounts.signIn("maya", "walking");
              window.acquaintances.setBlocked("noor", true);
              FxThread.later(() -> GalleryTouch.scroll(window, 0.75));
            }));
    screens.add(
        new GalleryMain.Screen(
            "people",
            true,
            new Destination.People(),
            window -> {
              window.accounts.signIn("maya", "walking");
              List.of("noor", "mira", "jonas")
                  .forEach(name -> window.acquaintances.setContact(name, true));
            }));
    screens.add(new GalleryMain.Screen("people-none", true, new Destination.People(), nothing));
    screens.add(
        new GalleryMain.Screen(
            "person",
            true,
            new Destination.Home(),
            window -> {
              window.accounts.signIn("maya", "walking");
              window.people().openCard("mira");
            }));
    screens.add(
        new GalleryMain.Screen(
            "report",
            true,
            new Destination.ProductPage("p1"),
            window -> {
              window.accounts.signIn("maya", "walking");
              window.people().report(Report.Kind.PRODUCT, "p1");
            }));
    screens.add(
        new GalleryMain.Screen(
            "moderation",
            true,
            new Destination.Moderation(),
            window -> window.accounts.signIn("maya", "walking")));
    screens.add(
        new GalleryMain.Screen(
            "moderation-log",
            true,
            new Destination.Moderation(),
            window -> {
              window.moderation.resolve("r1", Report.Action.HIDE, "An advertisement", null);
              window.moderation.resolve("r3", Report.Action.SUSPEND, "", null);
              window.shell.root().lookupAll(".pill").stream()
                  .filter(node -> node instanceof ToggleButton pill && pill.getText().equals("Log"))
                  .forEach(node -> ((ToggleButton) node).fire());
            }));
    screens.add(
        new GalleryMain.Screen(
            "moderation-none",
            true,
            new Destination.Moderation(),
            window -> {
              window.moderation.all.clear();
              window.moderation.news.set(1);
            }));
    return screens;
  }
}
