package dev.windowshop.client.cards;

import dev.windowshop.client.order.OfferSheet;
import dev.windowshop.client.order.OrderWords;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.Offer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An offer in a conversation, as it is now: the relay tells the message anew with each change.
final class OfferCard extends VBox {
  private final Offer offer;
  private final OfferSheet.Parts parts;

  /// @param own whether the reader made it
  OfferCard(Offer offer, boolean own, OfferSheet.Parts parts, Instant now) {
    super(6);
    this.offer = offer;
    this.parts = parts;
    getStyleClass().setAll("bubble-card");
    for (Offer.Line line : offer.lines()) {
      getChildren().add(line(line));
    }
    String note = offer.note();
    if (note != null) {
      Label words = new Label(note);
      words.setWrapText(true);
      getChildren().add(words);
    }
    Label state = new Label(state(offer, now));
    state.getStyleClass().addAll("t-small", isOpen(offer, now) ? "t-accent" : "t-muted");
    state.setWrapText(true);
    getChildren().add(state);
    HBox actions = actions(own, now);
    if (!actions.getChildren().isEmpty()) {
      getChildren().add(actions);
    }
    setAccessibleText(
        "Offer: "
            + offer.lines().getFirst().title()
            + ", "
            + OrderWords.money(offer.items())
            + ", "
            + state.getText());
  }

  private static VBox line(Offer.Line line) {
    Label title =
        new Label(
            (line.quantity() > 1 ? line.quantity() + " × " : "")
                + line.title()
                + (line.options().isEmpty()
                    ? ""
                    : " · " + String.join(", ", line.options().values())));
    title.getStyleClass().add("product-title");
    title.setWrapText(true);
    Label price = new Label(OrderWords.money(line.unitPrice()));
    price.getStyleClass().addAll("product-price", "t-figures");
    HBox prices = new HBox(8, price);
    prices.setAlignment(Pos.BASELINE_LEFT);
    if (line.usualPrice().amount() != line.unitPrice().amount()) {
      Label usual = new Label("usually " + OrderWords.money(line.usualPrice()));
      usual.getStyleClass().addAll("t-small", "t-muted");
      prices.getChildren().add(usual);
    }
    return new VBox(2, title, prices);
  }

  static boolean isOpen(Offer offer, Instant now) {
    return offer.state() == Offer.State.OPEN && offer.expiresAt().isAfter(now);
  }

  static String state(Offer offer, Instant now) {
    return switch (offer.state()) {
      case OPEN ->
          isOpen(offer, now)
              ? "Open until " + OrderWords.moment(offer.expiresAt())
              : "This offer has expired";
      case ACCEPTED -> "Taken";
      case DECLINED -> "Declined";
      case WITHDRAWN -> "Withdrawn by the seller";
      case EXPIRED -> "This offer has expired";
      case UNKNOWN -> "This offer is closed";
    };
  }

  private HBox actions(boolean own, Instant now) {
    HBox row = new HBox(8);
    if (isOpen(offer, now)) {
      if (own) {
        row.getChildren()
            .add(button("Withdraw", "quiet", () -> end(parts.offers().withdraw(offer.id()))));
      } else {
        row.getChildren()
            .addAll(
                button(
                    "Pay " + OrderWords.money(offer.items()),
                    "primary",
                    () -> OfferSheet.show(parts, offer)),
                button("No, thanks", "quiet", () -> end(parts.offers().decline(offer.id()))));
      }
    }
    String order = offer.orderId();
    if (order != null) {
      row.getChildren()
          .add(
              button(
                  "Show the order",
                  "quiet",
                  () ->
                      parts
                          .navigator()
                          .go(own ? new Destination.Sell() : new Destination.OrderPage(order))));
    }
    return row;
  }

  private void end(CompletableFuture<Offer> asked) {
    setDisable(true);
    asked.whenComplete((ended, failure) -> parts.ui().execute(() -> ended(failure)));
  }

  private void ended(@Nullable Throwable failure) {
    if (failure != null) {
      setDisable(false);
      parts.notices().show(Trouble.of(failure));
    }
  }

  private static Button button(String text, String style, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add(style);
    button.setOnAction(event -> action.run());
    return button;
  }
}
