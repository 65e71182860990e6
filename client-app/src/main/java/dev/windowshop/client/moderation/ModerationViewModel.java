package dev.windowshop.client.moderation;

import dev.windowshop.client.people.Failures;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The queue, what was decided, and the log.
public final class ModerationViewModel {
  /// Which list is shown.
  public enum Tab {
    OPEN,
    RESOLVED,
    LOG
  }

  private final Moderation moderation;
  private final Executor ui;
  private final InstantSource clock;
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.OPEN);
  private final ObservableList<Report> reports = FXCollections.observableArrayList();
  private final ObservableList<Report.Entry> log = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper nothing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private @Nullable String cursor;
  private @Nullable Subscription news;

  public ModerationViewModel(Moderation moderation, Executor ui, InstantSource clock) {
    this.moderation = moderation;
    this.ui = ui;
    this.clock = clock;
    tab.addListener((_, _, _) -> reload());
  }

  public void activate() {
    deactivate();
    news = moderation.news().observe(_ -> ui.execute(this::reload));
  }

  public void deactivate() {
    if (news != null) {
      news.close();
      news = null;
    }
  }

  public void reload() {
    load(null);
  }

  public void loadMore() {
    if (cursor != null) {
      load(cursor);
    }
  }

  private void load(@Nullable String from) {
    switch (tab.get()) {
      case OPEN -> show(moderation.reports(Report.State.OPEN, from), reports, from);
      case RESOLVED -> show(moderation.reports(Report.State.RESOLVED, from), reports, from);
      case LOG -> show(moderation.log(from), log, from);
    }
  }

  private <T> void show(
      CompletableFuture<Page<T>> asked, ObservableList<T> into, @Nullable String from) {
    Tab askedIn = tab.get();
    var unused =
        asked.whenComplete((page, failure) ->
            ui.execute(() -> {
              // Another list is looked at by now.
              if (tab.get() != askedIn) {
                return;
              }
              if (failure != null) {
                notice.set(Failures.said(failure));
                return;
              }
              if (from == null) {
                into.setAll(page.items());
              } else {
                into.addAll(page.items());
              }
              cursor = page.nextCursor();
              more.set(cursor != null);
              nothing.set(into.isEmpty());
            }));
  }

  /// @param days how long a suspension lasts; null for until further notice
  public void decide(Report report, Report.Action action, String note, @Nullable Integer days) {
    Instant until =
        days == null || action != Report.Action.SUSPEND
            ? null
            : clock.instant().plus(Duration.ofDays(days));
    done(
        moderation.resolve(report.id(), action, note, until),
        switch (action) {
          case DISMISS, UNKNOWN -> "Dismissed.";
          case HIDE -> "Hidden. It can be shown again from the log.";
          case SUSPEND -> "Suspended. They are signed out everywhere.";
        });
  }

  /// Whether an act of the log can be taken back.
  public static boolean canTakeBack(Report.Entry entry) {
    return entry.deed() == Report.Deed.HIDE || entry.deed() == Report.Deed.SUSPEND;
  }

  public void takeBack(Report.Entry entry, String note) {
    done(
        moderation.takeBack(entry, note),
        entry.deed() == Report.Deed.HIDE ? "Shown again." : "They may sign in again.");
  }

  private void done(CompletableFuture<?> asked, String sentence) {
    notice.set("");
    var unused =
        asked.whenComplete((_, failure) ->
            ui.execute(() -> {
              notice.set(failure == null ? sentence : Failures.said(failure));
              reload();
            }));
  }

  public ObjectProperty<Tab> tab() {
    return tab;
  }

  /// Of the tabs that show reports.
  public ObservableList<Report> reports() {
    return reports;
  }

  public ObservableList<Report.Entry> log() {
    return log;
  }

  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  /// The list that is shown is known to be empty.
  public ReadOnlyBooleanProperty nothing() {
    return nothing.getReadOnlyProperty();
  }

  /// How the last thing went, as a sentence; empty before.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }
}
