package dev.windowshop.client.app;

import dev.windowshop.client.chat.ChatDock;
import dev.windowshop.client.notification.BellView;
import dev.windowshop.client.notification.BellViewModel;
import dev.windowshop.client.notification.NotificationToasts;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Shell;
import dev.windowshop.client.shell.ShellModel;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.PresenceStatus;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/// The bell of the window: what it opens, and where each of its lines leads. On the FX thread.
final class BellDoor {
  /// What sellers are told of an order, too.
  private static final Set<String> SELLERS =
      Set.of("placed", "paid", "cancelled", "return_requested");

  private final Services services;
  private final ShellModel model;
  private final Navigator navigator;
  private final Shell shell;
  private final ChatDock dock;
  private final Pictures pictures;
  private final BellViewModel bell;
  private final SimpleBooleanProperty quiet = new SimpleBooleanProperty();

  /// @param notices reach somebody who looks elsewhere, too
  /// @param preview whether what was written may be shown
  BellDoor(
      Services services,
      ShellModel model,
      Navigator navigator,
      Shell shell,
      Notices notices,
      ChatDock dock,
      Pictures pictures,
      BooleanSupplier preview) {
    this.services = services;
    this.model = model;
    this.navigator = navigator;
    this.shell = shell;
    this.dock = dock;
    this.pictures = pictures;
    this.bell =
        new BellViewModel(
            services.notifications(),
            preview,
            this::open,
            InstantSource.system(),
            ZoneId.systemDefault(),
            FxThread::run);
    model.missedCount().bind(bell.unread());
    model.bell().set(this::show);
    model.accountPresence().subscribe(now -> quiet.set(now.equals("busy")));
    quiet.subscribe((before, now) -> disturb(!now));
    new NotificationToasts(notices, this::wanted, this::opened)
        .listen(services.notifications(), FxThread::run);
  }

  private void show(Node beside) {
    BellView view =
        new BellView(
            bell,
            pictures,
            quiet,
            () -> navigator.go(new Destination.Settings()),
            shell.popovers()::close);
    shell.popovers().show(view, beside, view::stop);
  }

  /// Not to be disturbed is being busy, as others see it, too.
  private void disturb(boolean may) {
    boolean busy = model.accountPresence().get().equals("busy");
    if (may != busy) {
      return;
    }
    var unused =
        services
            .people()
            .acquaintances()
            .choosePresence(may ? PresenceStatus.ONLINE : PresenceStatus.BUSY)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                FxThread.run(() -> {
                  quiet.set(busy);
                  shell.notices().show("You're offline. Try again once you are back.");
                });
              }
            });
  }

  /// What happens to the order on the screen is seen there.
  private boolean wanted(Notification one) {
    String order = one.target().orderId();
    if (order != null && navigator.current().get().equals(new Destination.OrderPage(order))) {
      services.notifications().read(List.of(one.id()));
      return false;
    }
    return !quiet.get();
  }

  private void opened(Notification one) {
    services.notifications().read(List.of(one.id()));
    open(one);
  }

  private void open(Notification one) {
    Notification.Target target = one.target();
    String conversation = target.conversationId();
    Long seq = target.seq();
    if (target.orderId() != null) {
      navigator.go(
          isSale(target.orderId(), one.what())
              ? new Destination.Sell()
              : new Destination.OrderPage(target.orderId()));
    } else if (one.kind() == Notification.Kind.INVITE) {
      shell.dock().openList();
    } else if (conversation == null) {
      shell.notices().show("This needs a newer Windowshop.");
    } else if (one.kind() == Notification.Kind.JOIN_REQUEST) {
      shell.dock().openConversation(conversation);
      dock.showGroup(conversation);
    } else {
      shell.dock().openConversation(conversation);
      if (seq != null) {
        dock.showMessage(conversation, seq);
      }
    }
  }

  private boolean isSale(String orderId, @org.jspecify.annotations.Nullable String step) {
    List<Order> bought = services.orders().orders().value();
    boolean mine = bought != null && bought.stream().anyMatch(order -> order.id().equals(orderId));
    return !mine && step != null && SELLERS.contains(step);
  }
}
