package dev.windowshop.client.seller;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;

/// Makes the seller's pages.
public final class SellerScreens {
  private final SellerContext context;

  public SellerScreens(SellerContext context) {
    this.context = context;
  }

  public Page sell(Destination.Sell asked) {
    return new SellView(context, asked.desk());
  }

  public Page editor(Destination.EditProduct asked) {
    var home = context.catalog().home().value();
    String currency =
        home == null || home.newest().isEmpty()
            ? "EUR"
            : home.newest().getFirst().price().currency();
    ProductEditorViewModel model =
        new ProductEditorViewModel(context.selling(), currency, context.ui());
    if (asked.id() != null) {
      model.load(asked.id());
    }
    return new ProductEditorView(model, context);
  }
}
