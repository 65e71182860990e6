package dev.windowshop.client.store;

import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/// What the storefront's screens share.
///
/// @param askSeller opens the conversation with the product's seller
/// @param report asks what is wrong with the product
/// @param signedIn whether somebody is
/// @param ui hands over to the FX thread
public record StoreContext(
    Catalog catalog,
    Basket basket,
    Pictures pictures,
    Navigator navigator,
    Notices notices,
    Consumer<Product> askSeller,
    Consumer<Product> report,
    ObservableBooleanValue signedIn,
    Executor ui) {}
