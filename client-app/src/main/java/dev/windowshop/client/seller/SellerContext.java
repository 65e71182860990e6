package dev.windowshop.client.seller;

import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.Catalog;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableBooleanValue;

/// What the seller's screens share.
///
/// @param inbox opens the conversations
/// @param ui hands over to the FX thread
public record SellerContext(
    Selling selling,
    Catalog catalog,
    Pictures pictures,
    Navigator navigator,
    Notices notices,
    Sheets sheets,
    ObservableBooleanValue signedIn,
    Runnable inbox,
    Executor ui) {}
