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

  /// What was read, sorted. The log itself is let go with the frame that filled it.
  ///
  /// @param read how many events
  private record Read(
      Ids actors, Ids items, Catalogue catalogue, Streams events, int read, long clamped) {
    static Read of(EventSource source, ItemSource items, long latest) {
      EventLog log = new EventLog();
      source.forEach(log);
      Catalogue catalogue = Catalogue.of(items, log.items);
      Times times = Times.of(log, latest);
      log.actors.trim();
      log.items.trim();
      Streams events = Streams.of(log, catalogue.anyGone() ? catalogue.table() : null, times);
      return new Read(log.actors, log.items, catalogue, events, log.size, times.clamped());
    }
  }

  static Snapshot of(EventSource source, ItemSource items, long latest, Workers workers) {
    long began = System.nanoTime();
    Read read = Read.of(source, items, latest);
    Streams events = read.events();
    ItemTable table = read.catalogue().table();
    Content.Collector content = read.catalogue().content();
    Histories histories = Histories.of(events);
    Overview overview = Overview.of(events, histories, table, content, null, workers);
    Tuning tuning = new Tuner(events, table, content, overview, workers).tune();
    Model model = Model.build(events, histories, table, overview, tuning, workers, true);
    long bytes =
        read.actors().bytes()
            + read.items().bytes()
            + table.bytes()
            + histories.bytes()
            + model.bytes();
    BuildStats stats =
        new BuildStats(
            Instant.now(),
            Duration.ofNanos(System.nanoTime() - began),
            Instant.ofEpochSecond(events.now()),
            read.read(),
            read.read() - events.size(),
            read.clamped(),
            read.actors().size(),
            read.items().size(),
            model.relations().regressed(),
            bytes,
            tuning.toString());
    return new Snapshot(read.actors(), read.items(), table, histories, model, events.now(), stats);
  }
}
