package dev.windowshop.client.people;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whom one has blocked.
public final class BlockedSection implements SettingsSection {
  private final Acquaintances people;
  private final Pictures pictures;
  private final Executor ui;
  private final SettingsCard card = new SettingsCard("Blocked people");
  private @Nullable Subscription subscription;

  public BlockedSection(Acquaintances people, Pictures pictures, Executor ui) {
    this.people = people;
    this.pictures = pictures;
    this.ui = ui;
    show(List.of(), "");
  }

  private void show(List<User> blocked, String trouble) {
    VBox rows = new VBox(12);
    for (User user : blocked) {
      Button unblock = new Button("Unblock");
      unblock.setMinWidth(Button.USE_PREF_SIZE);
      unblock.setOnAction(_ -> unblock(user, unblock));
      rows.getChildren().add(PersonRow.of(pictures, user, "@" + user.username(), unblock));
    }
    Label words =
        SettingsCard.words(
            !trouble.isEmpty()
                ? trouble
                : blocked.isEmpty()
                    ? "You have blocked nobody. Open somebody's card to block them."
                    : "They can't write to you, call you or see you, and are not told.");
    if (blocked.isEmpty()) {
      card.fill(words);
    } else {
      card.fill(words, rows);
    }
  }

  private void unblock(User user, Button button) {
    button.setDisable(true);
    var unused =
        people
            .setBlocked(user.id(), false)
            .whenComplete((_, failure) ->
                ui.execute(() -> {
                  if (failure != null) {
                    List<User> now = people.blocked().value();
                    show(now == null ? List.of() : now, Failures.said(failure));
                  }
                }));
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    deactivate();
    subscription = people.blocked().observe(now -> ui.execute(() -> show(now, "")));
  }

  @Override
  public void deactivate() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
  }
}
