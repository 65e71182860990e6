package dev.windowshop.client.seller;

import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.Catalog;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;

/// What the seller's screens share.
///
/// @param questions the conversations about what one sells, with each call a new view
/// @param unanswered how many of their messages were not read yet
/// @param ui hands over to the FX thread
public record SellerContext(
    Selling selling,
    Catalog catalog,
    Pictures pictures,
    Navigator navigator,
    Notices notices,
    Sheets sheets,
    ObservableBooleanValue signedIn,
    Supplier<Node> questions,
    ObservableIntegerValue unanswered,
    Executor ui) {}
