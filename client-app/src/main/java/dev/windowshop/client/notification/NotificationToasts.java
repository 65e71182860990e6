package dev.windowshop.client.notification;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.protocol.Notification;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A note for what is no message, while one is here: messages have notes of their own. What an
/// account does not want to hear of the relay does not raise. Works on the FX thread.
public final class NotificationToasts {
  private final Notices notices;
  private final Predicate<Notification> wanted;
  private final Consumer<Notification> open;
  private final Set<String> noted = new HashSet<>();

  /// @param wanted false for what one sees anyway, and while one does not want to be disturbed
  public NotificationToasts(
      Notices notices, Predicate<Notification> wanted, Consumer<Notification> open) {
    this.notices = notices;
    this.wanted = wanted;
    this.open = open;
  }

  public Subscription listen(NotificationService service, Executor ui) {
    return Subscription.of(
        service.onRaised(one -> ui.execute(() -> raised(one))),
        service.all().observe(all -> ui.execute(() -> changed(all))));
  }

  void raised(Notification one) {
    boolean shown =
        switch (one.kind()) {
          case INVITE, JOIN_REQUEST, ORDER, MISSED_CALL -> true;
          // These are messages; what is not known here waits in the bell.
          case MENTION, REPLY, STORY_REPLY, OFFER, UNKNOWN -> false;
        };
    if (shown && wanted.test(one)) {
      noted.add(one.id());
      notices.show(about(one.id()), BellWords.said(one), "Open", () -> open.accept(one));
    }
  }

  /// What was read, here or elsewhere, or is in the bell no more, needs no note.
  void changed(List<Notification> all) {
    if (noted.isEmpty()) {
      return;
    }
    Set<String> waiting =
        all.stream()
            .filter(one -> one.readAt() == null)
            .map(Notification::id)
            .collect(Collectors.toSet());
    noted.removeIf(id -> {
      boolean over = !waiting.contains(id);
      if (over) {
        notices.withdraw(about(id));
      }
      return over;
    });
  }

  private static String about(String id) {
    return "bell:" + id;
  }
}
