package dev.windowshop.client.people;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.protocol.Audience;
import dev.windowshop.protocol.Settings;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Who may reach one, and what they see.
public final class PrivacySection implements SettingsSection {
  private static final List<Audience> THREE =
      List.of(Audience.EVERYONE, Audience.CONTACTS, Audience.NOBODY);

  private final OwnSettingsViewModel model;
  private final SettingsCard card = new SettingsCard("Privacy");

  public PrivacySection(OwnSettingsViewModel model) {
    this.model = model;
    CheckBox receipts = new CheckBox("Show others what I have read, and see what they have");
    receipts.setWrapText(true);
    receipts.setOnAction(_ -> model.turn("privacy", "readReceipts", receipts.isSelected()));
    model
        .settings()
        .subscribe(now -> {
          if (now != null) {
            receipts.setSelected(now.privacy().readReceipts());
          }
        });
    Label notice = SettingsCard.words("");
    notice.textProperty().bind(model.notice());
    ProfileCardView.shownWhen(notice, model.notice().isNotEmpty());
    card.fill(
        new VBox(
            12,
            choice("Who may write to me", "whoMayMessage", THREE, Settings.Privacy::whoMayMessage),
            choice("Who may call me", "whoMayCall", THREE, Settings.Privacy::whoMayCall),
            choice(
                "Who may add me to groups",
                "whoMayAddToGroups",
                List.of(Audience.EVERYONE, Audience.ASK, Audience.CONTACTS, Audience.NOBODY),
                Settings.Privacy::whoMayAddToGroups),
            choice(
                "Who sees when I'm here",
                "whoSeesPresence",
                THREE,
                Settings.Privacy::whoSeesPresence),
            choice(
                "Who finds me by my email",
                "whoFindsMeByEmail",
                THREE,
                Settings.Privacy::whoFindsMeByEmail),
            choice(
                "Who sees my status, of those I've chatted with",
                "whoSeesStories",
                THREE,
                Settings.Privacy::whoSeesStories),
            choice(
                "Who may see my network address in calls",
                "whoSeesAddress",
                THREE,
                Settings.Privacy::whoSeesAddress)),
        receipts,
        SettingsCard.words("Contacts are the people in your own list."),
        notice);
    ProfileCardView.shownWhen(card, model.settings().isNotNull());
  }

  private Node choice(
      String name,
      String field,
      List<Audience> choices,
      Function<Settings.Privacy, Audience> value) {
    Label label = new Label(name);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    ChoiceBox<Audience> box = new ChoiceBox<>();
    box.getItems().setAll(choices);
    box.setMinWidth(150);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Audience audience) {
            return audience == null ? "" : name(audience);
          }

          @Override
          public Audience fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    label.setLabelFor(box);
    box.setAccessibleText(name);
    boolean[] showing = {false};
    model
        .settings()
        .subscribe(now -> {
          if (now != null) {
            showing[0] = true;
            box.setValue(value.apply(now.privacy()));
            showing[0] = false;
          }
        });
    box.valueProperty()
        .addListener((_, _, chosen) -> {
          if (chosen != null && !showing[0]) {
            model.choose(field, chosen);
          }
        });
    HBox row = new HBox(12, label, box);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String name(Audience audience) {
    return switch (audience) {
      case EVERYONE -> "Everyone";
      case CONTACTS -> "My contacts";
      case NOBODY -> "Nobody";
      case ASK -> "Ask me first";
      case UNKNOWN -> "Something newer";
    };
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    model.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}
