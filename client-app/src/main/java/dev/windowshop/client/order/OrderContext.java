package dev.windowshop.client.order;

import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.Basket;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/// What the screens of orders share.
///
/// @param browse opens a page below the relay's address in the system's browser
/// @param ui hands over to the FX thread
public record OrderContext(
    Orders orders,
    Basket basket,
    AddressBook addresses,
    Pictures pictures,
    Navigator navigator,
    Notices notices,
    ObservableBooleanValue signedIn,
    Consumer<String> browse,
    Executor ui) {}
