package dev.windowshop.client.notification;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Notification;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the bell shows: sections by what they are about, the one with the latest first. Works on
/// the FX thread.
public final class BellViewModel {
  private final Notifications notifications;
  private final BooleanSupplier preview;
  private final Consumer<Notification> open;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final ObservableList<BellSection> sections = FXCollections.observableArrayList();
  private List<Notification> all = List.of();

  /// @param preview whether what was written may be shown
  /// @param open shows what one is about
  public BellViewModel(
      Notifications notifications,
      BooleanSupplier preview,
      Consumer<Notification> open,
      InstantSource clock,
      ZoneId zone,
      Executor ui) {
    this.notifications = notifications;
    this.preview = preview;
    this.open = open;
    this.clock = clock;
    this.zone = zone;
    notifications.all().observe(now -> ui.execute(() -> changed(now)));
  }

  public ReadOnlyIntegerProperty unread() {
    return unread.getReadOnlyProperty();
  }

  ObservableList<BellSection> sections() {
    return sections;
  }

  private void changed(List<Notification> now) {
    all = now;
    unread.set((int) now.stream().filter(one -> one.readAt() == null).count());
    refresh();
  }

  /// Says anew how long ago things were, and whether what was written may be shown.
  void refresh() {
    Instant now = clock.instant();
    boolean shown = preview.getAsBoolean();
    Map<String, List<BellEntry>> bySection = new LinkedHashMap<>();
    for (Notification one : all) {
      bySection
          .computeIfAbsent(BellWords.section(one.kind()), _ -> new ArrayList<>())
          .add(entry(one, now, shown));
    }
    List<BellSection> wanted = new ArrayList<>();
    bySection.forEach((name, entries) -> wanted.add(new BellSection(name, List.copyOf(entries))));
    if (!sections.equals(wanted)) {
      sections.setAll(wanted);
    }
  }

  private BellEntry entry(Notification one, Instant now, boolean shown) {
    Message.Sender actor = one.actor();
    return new BellEntry(
        one,
        BellWords.said(one),
        shown ? one.preview() : null,
        actor == null ? null : actor.displayName(),
        actor == null ? null : actor.avatarUrl(),
        BellWords.icon(one.kind()),
        BellWords.time(one.updatedAt(), now, zone),
        one.readAt() == null);
  }

  void choose(BellEntry entry) {
    read(entry);
    open.accept(entry.notification());
  }

  void read(BellEntry entry) {
    if (entry.unread()) {
      notifications.read(List.of(entry.notification().id()));
    }
  }

  void readAll() {
    notifications.readAll();
  }
}
