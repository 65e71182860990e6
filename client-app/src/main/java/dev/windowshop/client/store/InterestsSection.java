package dev.windowshop.client.store;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.protocol.Preferences;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What one likes, whether it is remembered what one does, and forgetting it.
public final class InterestsSection implements SettingsSection {
  private final Interests interests;
  private final Executor ui;
  private final CheckBox privately = new CheckBox("Private mode: remember nothing that I do");
  private final TextField brands = new TextField();
  private final TextField least = new TextField();
  private final TextField most = new TextField();
  private final Label wrongPrice = new Label("Write prices as numbers, for example 20.");
  private final SettingsCard card;
  private Currency currency = Currency.getInstance("EUR");
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
    Label prices = new Label();
    prices.getStyleClass().add("t-strong");
    catalog.home().observe(home -> ui.execute(() -> currencyOf(home, prices)));
    showCurrency(prices);
    wrongPrice.getStyleClass().addAll("t-small", "t-danger");
    wrongPrice.setVisible(false);
    wrongPrice.managedProperty().bind(wrongPrice.visibleProperty());
    for (TextField end : List.of(least, most)) {
      end.setPrefColumnCount(7);
      end.setOnAction(event -> savePrices());
      end.focusedProperty()
          .subscribe(focused -> {
            if (!focused) {
              savePrices();
            }
          });
    }
    least.setPromptText("Any");
    most.setPromptText("Any");
    least.setAccessibleText("At least");
    most.setAccessibleText("At most");
    Label from = new Label("From");
    Label to = new Label("to");
    HBox band = new HBox(8, from, least, to, most);
    band.setAlignment(Pos.CENTER_LEFT);
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
            new VBox(6, prices, band, wrongPrice),
            privately,
            SettingsCard.words(
                "In private mode nothing that you look at is remembered or sent. What you bought"
                    + " stays in your orders."),
            forget);
  }

  private void saveBrands() {
    Preferences before = now();
    List<String> named =
        Arrays.stream(brands.getText().split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (!named.equals(before.brands())) {
      interests.setLikes(
          new Preferences(before.categories(), named, before.minPrice(), before.maxPrice()));
    }
  }

  private void currencyOf(Home home, Label name) {
    Stream.concat(home.trending().stream(), home.newest().stream())
        .findFirst()
        .ifPresent(product -> currency = Currency.getInstance(product.price().currency()));
    showCurrency(name);
    showPrices(now());
  }

  private void showCurrency(Label name) {
    name.setText("What I spend on one thing, in " + currency.getSymbol(Locale.getDefault()));
  }

  private void savePrices() {
    Preferences before = now();
    Optional<PriceBand> band =
        PriceBand.read(least.getText(), most.getText(), currency, Locale.getDefault());
    wrongPrice.setVisible(band.isEmpty());
    band.ifPresent(said -> {
      boolean same =
          Objects.equals(said.least(), before.minPrice())
              && Objects.equals(said.most(), before.maxPrice());
      if (!same) {
        interests.setLikes(
            new Preferences(before.categories(), before.brands(), said.least(), said.most()));
      }
    });
  }

  /// What is being written stays.
  private void showPrices(Preferences said) {
    if (!least.isFocused() && !most.isFocused() && !wrongPrice.isVisible()) {
      least.setText(PriceBand.text(said.minPrice(), currency, Locale.getDefault()));
      most.setText(PriceBand.text(said.maxPrice(), currency, Locale.getDefault()));
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
                  showPrices(said);
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
