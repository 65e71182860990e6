package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What goes out later in one conversation.
public final class LaterViewModel implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Later later;
  private final Executor ui;
  private final Wording wording;
  private final ObservableList<LaterMessage> messages = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable String> problem = new ReadOnlyObjectWrapper<>();
  private final Subscription observing;

  LaterViewModel(String conversationId, Later later, Executor ui) {
    this(conversationId, later, ui, ZoneId.systemDefault(), Locale.getDefault());
  }

  LaterViewModel(String conversationId, Later later, Executor ui, ZoneId zone, Locale locale) {
    this.later = later;
    this.ui = ui;
    this.wording = new Wording(zone, locale, later.clock());
    this.observing =
        later
            .all()
            .observe(all -> ui.execute(() -> show(all.getOrDefault(conversationId, List.of()))));
  }

  /// The next one first.
  public ObservableList<LaterMessage> messages() {
    return messages;
  }

  /// All of them in one line; empty when there are none.
  public ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  /// Whether one could not be sent.
  public ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }

  /// What went wrong, fit to be shown once.
  public ReadOnlyObjectProperty<@Nullable String> problem() {
    return problem.getReadOnlyProperty();
  }

  private void show(List<LaterMessage> now) {
    if (!now.equals(messages)) {
      messages.setAll(now);
    }
    int bad = (int) now.stream().filter(LaterMessage::failed).count();
    failed.set(bad > 0);
    summary.set(summary(now, bad));
  }

  private String summary(List<LaterMessage> now, int bad) {
    if (now.isEmpty()) {
      return "";
    }
    if (bad > 0) {
      return (bad == 1 ? "A message" : bad + " messages") + " could not be sent";
    }
    return now.size() + " scheduled · next " + when(now.getFirst().sendAt());
  }

  /// When that is, in words.
  public String when(Instant at) {
    String day = wording.dayName(wording.day(at));
    String middle =
        day.equals("Today") || day.equals("Tomorrow") ? day.toLowerCase(Locale.ROOT) : day;
    return middle + ", " + wording.time(at);
  }

  /// The time of day alone.
  String clock(Instant at) {
    return wording.time(at);
  }

  List<LaterChoices.Choice> choices() {
    return LaterChoices.at(later.clock().instant().atZone(wording.zone()));
  }

  /// What a date and time that were picked mean here.
  Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(wording.zone()).toInstant();
  }

  LocalDate day(Instant at) {
    return wording.day(at);
  }

  LocalTime time(Instant at) {
    return at.atZone(wording.zone()).toLocalTime();
  }

  Locale locale() {
    return wording.locale();
  }

  Instant now() {
    return later.clock().instant();
  }

  /// What is wrong with a time that was picked; null when nothing is.
  @Nullable String refuses(Instant at) {
    Instant now = now();
    if (!at.isAfter(now)) {
      return "That has passed already. Pick a time to come.";
    }
    return at.isAfter(now.plus(LONGEST)) ? "Pick a time within a year." : null;
  }

  /// @return what went wrong, fit to be shown; null when nothing did
  public CompletableFuture<@Nullable String> edit(LaterMessage message, String text) {
    return told(later.edit(message, text.strip()));
  }

  /// As [#edit].
  public CompletableFuture<@Nullable String> move(LaterMessage message, Instant at) {
    return told(later.move(message, at));
  }

  private CompletableFuture<@Nullable String> told(CompletableFuture<Void> change) {
    CompletableFuture<@Nullable String> told = new CompletableFuture<>();
    change.whenComplete((_, failure) -> {
      String why = failure == null ? null : Reasons.of(failure);
      ui.execute(() -> told.complete(why));
    });
    return told;
  }

  public void sendNow(LaterMessage message) {
    done(later.sendNow(message));
  }

  public void cancel(LaterMessage message) {
    done(later.cancel(message));
  }

  private void done(CompletableFuture<Void> change) {
    change.whenComplete((_, failure) -> {
      if (failure != null) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        ui.execute(() -> {
          problem.set(null);
          problem.set(Reasons.of(cause));
        });
      }
    });
  }

  @Override
  public void close() {
    observing.close();
  }
}
