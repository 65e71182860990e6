package dev.windowshop.client.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.User;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Past calls in words. On the FX thread.
final class CallHistoryViewModel {
  /// @param missed they rang and nobody answered here
  /// @param shown whether its conversation can be opened
  /// @param callable whether there is somebody to call
  record Row(
      String conversationId,
      Call.Media media,
      boolean outgoing,
      boolean missed,
      boolean shown,
      boolean callable,
      String name,
      @Nullable String avatarUrl,
      String line,
      String when) {}

  private final Clock clock;
  private final Consumer<List<String>> wanted;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private List<Call.Entry> entries = List.of();
  private Map<String, User> people = Map.of();
  private String self = "";
  private CallReach reach = CallReach.NOWHERE;

  /// @param clock in the user's time zone
  /// @param wanted is told of people whose names are needed
  CallHistoryViewModel(Clock clock, Consumer<List<String>> wanted) {
    this.clock = clock;
    this.wanted = wanted;
  }

  void show(CallHistory.Known known, String selfId) {
    self = selfId;
    entries = known.entries();
    trouble.set(known.trouble());
    wanted.accept(entries.stream().flatMap(entry -> others(entry).stream()).distinct().toList());
    refresh();
    loaded.set(true);
  }

  void know(Map<String, User> users) {
    people = users;
    refresh();
  }

  void know(CallReach now) {
    reach = now;
    refresh();
  }

  ObservableList<Row> rows() {
    return rows;
  }

  ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Why the latest are not here, empty when they are.
  ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  private void refresh() {
    List<Row> now = entries.stream().map(this::row).toList();
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
  }

  private Row row(Call.Entry entry) {
    boolean came = isGuest(entry);
    List<String> others = came ? others(entry) : called(entry);
    List<String> names = others.stream().map(this::name).toList();
    User first = others.isEmpty() ? null : people.get(others.getFirst());
    CallReach.Place place = came ? null : reach.shown().get(entry.conversationId());
    boolean isGroup = place != null && place.group() && !place.name().isEmpty();
    boolean outgoing = entry.direction() == Call.Direction.OUTGOING;
    return new Row(
        entry.conversationId(),
        entry.media(),
        outgoing,
        !outgoing && !wasIn(entry),
        place != null,
        !came && reach.callable().contains(entry.conversationId()),
        place != null && isGroup ? place.name() : Words.names(names),
        place != null && isGroup ? place.avatarUrl() : first == null ? null : first.avatarUrl(),
        line(entry, outgoing) + tookPart(entry),
        when(entry));
  }

  /// Of a group, who was in it at any time.
  private String tookPart(Call.Entry entry) {
    List<String> joined =
        entry.participants().stream()
            .filter(one -> one.session() > 0 && !one.userId().equals(self))
            .map(one -> name(one.userId()))
            .toList();
    boolean isGroup = entry.participants().size() > 2;
    return isGroup
            && entry.state() == Call.State.ENDED
            && entry.startedAt() != null
            && !joined.isEmpty()
        ? " · " + Words.names(joined) + " took part"
        : "";
  }

  private String line(Call.Entry entry, boolean outgoing) {
    String kind = entry.media() == Call.Media.VIDEO ? "video call" : "audio call";
    if (entry.state() != Call.State.ENDED) {
      return "Going on now";
    }
    if (entry.startedAt() != null && entry.endedAt() != null && (outgoing || wasIn(entry))) {
      String lasted = Words.clock(Duration.between(entry.startedAt(), entry.endedAt()));
      return isGuest(entry)
          ? (entry.media() == Call.Media.VIDEO ? "Video call" : "Audio call")
              + " by a link, "
              + lasted
          : (outgoing ? "Outgoing " : "Incoming ") + kind + ", " + lasted;
    }
    if (!outgoing) {
      return (isDeclined(entry) ? "Declined " : "Missed ") + kind;
    }
    return switch (entry.reason()) {
      case "declined" -> "Outgoing " + kind + ", declined";
      case "busy" -> "Outgoing " + kind + ", busy";
      case "cancelled" -> "Outgoing " + kind + ", cancelled";
      case null -> "Outgoing " + kind;
      case String other -> "Outgoing " + kind + ", no answer";
    };
  }

  private String when(Call.Entry entry) {
    ZonedDateTime at = entry.createdAt().atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    if (at.toLocalDate().equals(today)) {
      return at.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    }
    return at.toLocalDate().equals(today.minusDays(1))
        ? "Yesterday"
        : at.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
  }

  private List<String> others(Call.Entry entry) {
    return entry.participants().stream()
        .map(Call.Participant::userId)
        .filter(user -> !user.equals(self))
        .toList();
  }

  /// Those whom a call of this conversation rings: who came by a link is not among them. Where
  /// there are no others, those who came.
  private List<String> called(Call.Entry entry) {
    List<String> called =
        entry.participants().stream()
            .filter(one -> !one.guest() && !one.userId().equals(self))
            .map(Call.Participant::userId)
            .toList();
    return called.isEmpty() ? others(entry) : called;
  }

  private String name(String userId) {
    User user = people.get(userId);
    return user == null ? Words.SOMEBODY : user.displayName();
  }

  /// Whether one came by a link oneself, and is not in the conversation.
  private boolean isGuest(Call.Entry entry) {
    return entry.participants().stream().anyMatch(p -> p.userId().equals(self) && p.guest());
  }

  private boolean wasIn(Call.Entry entry) {
    return entry.participants().stream().anyMatch(p -> p.userId().equals(self) && p.session() > 0);
  }

  private boolean isDeclined(Call.Entry entry) {
    return entry.participants().stream()
        .anyMatch(p -> p.userId().equals(self) && p.state() == Call.ParticipantState.DECLINED);
  }
}
