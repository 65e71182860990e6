package dev.windowshop.client.notification;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Notification;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bell by hand: what is read in it stays read.
public final class FakeNotifications implements Notifications {
  public final Live<List<Notification>> all = new Live<>(List.of());

  public static Notification of(
      String id,
      Notification.Kind kind,
      @Nullable String who,
      long count,
      @Nullable String what,
      @Nullable String title,
      @Nullable String preview,
      Notification.Target target,
      Instant at) {
    return new Notification(
        id,
        kind,
        who == null ? null : new Message.Sender("u-" + who, who, who, null),
        count,
        what,
        title,
        preview,
        target,
        at,
        at,
        null);
  }

  /// Something of everything.
  public void fill(Instant now) {
    all.set(
        List.of(
            of(
                "n1",
                Notification.Kind.MENTION,
                "Cléo Martin",
                3,
                null,
                "Saturday market",
                "@ana will you bring the big basket, the one with the leather handles?",
                Notification.Target.message("group", "m1", 4),
                now.minusSeconds(240)),
            of(
                "n2",
                Notification.Kind.MISSED_CALL,
                "Ben",
                2,
                "video",
                null,
                null,
                Notification.Target.call("direct", "c1"),
                now.minusSeconds(3_900)),
            of(
                "n3",
                Notification.Kind.INVITE,
                "Noor",
                1,
                null,
                "Renovation of the Fußgängerzonenbeleuchtungsverein",
                null,
                Notification.Target.invite("x", "i1"),
                now.minusSeconds(9_000)),
            read(
                of(
                    "n4",
                    Notification.Kind.ORDER,
                    null,
                    1,
                    "shipped",
                    "Tide table lamp, smoked glass",
                    null,
                    Notification.Target.order("o1"),
                    now.minusSeconds(100_000)),
                now),
            read(
                of(
                    "n5",
                    Notification.Kind.STORY_REPLY,
                    "Cléo Martin",
                    1,
                    null,
                    null,
                    "Save one for me!",
                    Notification.Target.message("direct", "m2", 2),
                    now.minusSeconds(200_000)),
                now)));
  }

  private static Notification read(Notification one, Instant at) {
    return new Notification(
        one.id(),
        one.kind(),
        one.actor(),
        one.count(),
        one.what(),
        one.title(),
        one.preview(),
        one.target(),
        one.createdAt(),
        one.updatedAt(),
        at);
  }

  @Override
  public Live<List<Notification>> all() {
    return all;
  }

  @Override
  public void read(Collection<String> ids) {
    all.update(now ->
        now.stream()
            .map(one ->
                ids.contains(one.id()) && one.readAt() == null ? read(one, one.updatedAt()) : one)
            .toList());
  }
}
