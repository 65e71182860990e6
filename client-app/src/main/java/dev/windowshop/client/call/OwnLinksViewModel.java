package dev.windowshop.client.call;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.protocol.CallLink;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The links into calls that one has given away and that lead somewhere. On the FX thread.
final class OwnLinksViewModel {
  /// @param title which call it leads into
  /// @param line who came by it, and for how long it does
  record Row(String id, String token, String title, String line) {}

  /// Who knows of them.
  interface Source {
    /// Newest first.
    CompletableFuture<List<CallLink>> own();

    CompletableFuture<Void> revoke(String linkId);
  }

  private final Source client;
  private final Clock clock;
  private final Consumer<String> trouble;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private List<CallLink> links = List.of();
  private Map<String, CallReach.Place> places = Map.of();
  private long asked;

  /// @param clock in the user's time zone
  /// @param trouble told why a link could not be taken back
  OwnLinksViewModel(Source client, Clock clock, Consumer<String> trouble) {
    this.client = client;
    this.clock = clock;
    this.trouble = trouble;
  }

  ObservableList<Row> rows() {
    return rows;
  }

  void know(CallReach reach) {
    places = reach.shown();
    fill();
  }

  /// Asks the relay. What it said before stays while it can't be reached.
  void refresh() {
    long now = ++asked;
    FxThread.deliver(
        client.own(),
        found -> {
          // An older answer may come after a newer one.
          if (now == asked) {
            links = found;
            fill();
          }
        },
        _ -> {});
  }

  void revoke(Row row) {
    FxThread.deliver(
        client.revoke(row.id()),
        _ -> {
          links = links.stream().filter(link -> !link.id().equals(row.id())).toList();
          fill();
          refresh();
        },
        failure -> {
          trouble.accept(Words.of(failure));
          refresh();
        });
  }

  private void fill() {
    List<Row> now = links.stream().filter(link -> link.token() != null).map(this::row).toList();
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
  }

  private Row row(CallLink link) {
    CallReach.Place place =
        link.conversationId() == null ? null : places.get(link.conversationId());
    return new Row(
        link.id(),
        String.valueOf(link.token()),
        LinkWords.kind(link)
            + (place == null || place.name().isEmpty() ? "" : " \u00B7 " + place.name()),
        LinkWords.standing(link, clock));
  }
}
