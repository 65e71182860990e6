package dev.windowshop.relay.recommend;

import java.time.Duration;
import java.time.Instant;

/// Makes a snapshot of all events and items.
final class Rebuild {
  static final Snapshot EMPTY = empty();

  private Rebuild() {}

  private static Snapshot empty() {
    try (Workers workers = new Workers(1)) {
      return of(events -> {}, ItemSource.FROM_EVENTS, 0, workers);
    }
  }

  static Snapshot of(EventSource source, ItemSource items, long latest, Workers workers) {
    long began = System.nanoTime();
    EventLog log = new EventLog();
    source.forEach(log);
    Catalogue catalogue = Catalogue.of(items, log.items);
    Times times = Times.of(log, latest);
    int read = log.size;
    Names actors = log.actors;
    Names names = log.items;
    actors.trim();
    names.trim();
    Streams events = Streams.of(log, catalogue.anyGone() ? catalogue.table().gone : null, times);
    Histories histories = Histories.of(events);
    Overview overview =
        Overview.of(events, histories, catalogue.table(), catalogue.content(), null, workers);
    Tuning tuning =
        new Tuner(events, catalogue.table(), catalogue.content(), overview.alike(), workers).tune();
    Model model =
        Model.build(events, histories, catalogue.table(), overview, tuning, workers, true);
    long bytes =
        actors.bytes()
            + names.bytes()
            + catalogue.table().bytes()
            + histories.bytes()
            + model.bytes();
    BuildStats stats =
        new BuildStats(
            Instant.now(),
            Duration.ofNanos(System.nanoTime() - began),
            Instant.ofEpochSecond(events.now()),
            read,
            read - events.size(),
            times.clamped(),
            actors.size(),
            names.size(),
            model.relations().regressed(),
            bytes,
            tuning.toString());
    return new Snapshot(actors, names, catalogue.table(), histories, model, events.now(), stats);
  }
}
