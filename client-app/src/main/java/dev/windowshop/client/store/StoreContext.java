package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.Product;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;

/// What the storefront's screens share.
///
/// @param askSeller opens the conversation with the product's seller
/// @param askShop opens the conversation with a shop, by its id
/// @param report asks what is wrong with the product
/// @param share shows the product to others
/// @param presence whether a seller is there, by their user id; without a value where nobody may
///   know
/// @param signedIn whether somebody is
/// @param welcome who is here and what waits for them
/// @param ui hands over to the FX thread
public record StoreContext(
    Catalog catalog,
    Basket basket,
    Wishes wishes,
    Reviews reviews,
    Pictures pictures,
    Navigator navigator,
    Notices notices,
    Sheets sheets,
    Consumer<Product> askSeller,
    Consumer<String> askShop,
    Consumer<Product> report,
    Consumer<Product> share,
    Function<String, Live<PresenceStatus>> presence,
    ObservableBooleanValue signedIn,
    Live<Welcome> welcome,
    Executor ui) {}
