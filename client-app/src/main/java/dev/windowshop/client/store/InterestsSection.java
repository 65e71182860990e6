package dev.windowshop.client.store;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.protocol.Preferences;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What one likes, whether it is remembered what one does, and forgetting it.
public final class InterestsSection implements SettingsSection {
  private final Interests interests;
  private final Executor ui;
  private final CheckBox privately = new CheckBox("Private mode: remember nothing that I do");
  private final TextField brands = new TextField();
  private final SettingsCard card;
  private @Nullable Subscription modes;
  private @Nullable Subscription likes;

  public InterestsSection(Catalog catalog, Notices notices, Executor ui) {
    this.interests = catalog.interests();
    this.ui = ui;
    ForYouViewModel taps = new ForYouViewModel(interests, catalog.home(), ui);
    Label kinds = new Label("What I like");
    kinds.getStyleClass().add("t-strong");
    Label brandNames = new Label("Brands, separated by commas");
    brandNames.getStyleClass().add("t-strong");
    brandNames.setLabelFor(brands);
    brands.setOnAction(event -> saveBrands());
    brands
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            saveBrands();
          }
        });
    privately.setOnAction(event -> interests.setPrivateMode(privately.isSelected()));
    Button forget = new Button("Forget everything I looked at");
    forget.setOnAction(event -> {
      interests.forgetEverything();
      notices.show("It's forgotten, here and at the shop.");
    });
    card =
        new SettingsCard(
            "For you",
            new VBox(8, kinds, new LikesPicker(taps.categories(), taps.liked(), taps::tap)),
            new VBox(6, brandNames, brands),
            privately,
            SettingsCard.words(
                "In private mode nothing that you look at is remembered or sent. What you bought"
                    + " stays in your orders."),
            forget);
  }

  private void saveBrands() {
    Preferences before = now();
    java.util.List<String> named =
        java.util.Arrays.stream(brands.getText().split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (!named.equals(before.brands())) {
      interests.setLikes(
          new Preferences(before.categories(), named, before.minPrice(), before.maxPrice()));
    }
  }

  private Preferences now() {
    Preferences said = interests.likes().value();
    return said == null ? Preferences.NONE : said;
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    modes = interests.privateMode().observe(on -> ui.execute(() -> privately.setSelected(on)));
    likes =
        interests
            .likes()
            .observe(said ->
                ui.execute(() -> {
                  if (!brands.isFocused()) {
                    brands.setText(String.join(", ", said.brands()));
                  }
                }));
  }

  @Override
  public void deactivate() {
    if (modes != null) {
      modes.close();
    }
    if (likes != null) {
      likes.close();
    }
  }
}
