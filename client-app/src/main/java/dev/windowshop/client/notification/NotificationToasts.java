package dev.windowshop.client.notification;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.protocol.Notification;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A note for what is no message, while one is here: messages have notes of their own. What an
/// account does not want to hear of the relay does not raise. Works on the FX thread.
public final class NotificationToasts {
  private final Notices notices;
  private final Predicate<Notification> wanted;
  private final Consumer<Notification> open;

  /// @param wanted false for what one sees anyway, and while one does not want to be disturbed
  public NotificationToasts(
      Notices notices, Predicate<Notification> wanted, Consumer<Notification> open) {
    this.notices = notices;
    this.wanted = wanted;
    this.open = open;
  }

  public Subscription listen(NotificationService service, Executor ui) {
    return service.onRaised(one -> ui.execute(() -> raised(one)));
  }

  void raised(Notification one) {
    boolean shown =
        switch (one.kind()) {
          case INVITE, JOIN_REQUEST, ORDER, MISSED_CALL -> true;
          // These are messages; what is not known here waits in the bell.
          case MENTION, REPLY, STORY_REPLY, OFFER, UNKNOWN -> false;
        };
    if (shown && wanted.test(one)) {
      notices.show(BellWords.said(one), "Open", () -> open.accept(one));
    }
  }
}
