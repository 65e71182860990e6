package dev.windowshop.relay.interest;

import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/// What a meter says of the job that learns everything anew.
public final class RebuildMeters {
  /// Takes what goes up and down.
  @FunctionalInterface
  public interface Gauges {
    void add(String name, String description, DoubleSupplier value);
  }

  /// Takes what is counted.
  @FunctionalInterface
  public interface Counters {
    void add(String name, String description, LongSupplier value);
  }

  private final RebuildService rebuilds;
  private final LongSupplier sinceRebuild;
  private final Clock clock;

  /// @param sinceRebuild how many events came since the last run
  RebuildMeters(RebuildService rebuilds, LongSupplier sinceRebuild, Clock clock) {
    this.rebuilds = rebuilds;
    this.sinceRebuild = sinceRebuild;
    this.clock = clock;
  }

  /// Figures of the last run that was finished are NaN before the first.
  public void addTo(Gauges gauges, Counters counters) {
    counters.add(
        "relay.recommendations.runs", "Times that everything was learnt anew", rebuilds::runs);
    counters.add(
        "relay.recommendations.failures",
        "Times that it was tried and not finished; the last picks stay",
        rebuilds::failures);
    gauges.add(
        "relay.recommendations.running",
        "Whether it is being done now",
        () -> rebuilds.running() ? 1 : 0);
    gauges.add(
        "relay.recommendations.age.seconds",
        "Since the last finished run began",
        () ->
            ofLast(run -> Duration.between(run.startedAt(), clock.instant()).toMillis() / 1000.0));
    gauges.add(
        "relay.recommendations.duration.seconds",
        "How long the last finished run took",
        () -> ofLast(run -> run.tookMs() / 1000.0));
    gauges.add(
        "relay.recommendations.events",
        "Events that the last finished run learnt from",
        () -> ofLast(RebuildReport::events));
    gauges.add(
        "relay.recommendations.dropped",
        "Events of products that are gone, in the last finished run",
        () -> ofLast(RebuildReport::dropped));
    gauges.add(
        "relay.recommendations.people",
        "People that the last finished run learnt from",
        () -> ofLast(RebuildReport::people));
    gauges.add(
        "relay.recommendations.products",
        "Products that the last finished run knows",
        () -> ofLast(RebuildReport::products));
    gauges.add(
        "relay.recommendations.model.bytes",
        "What the model occupies, about",
        () -> ofLast(RebuildReport::modelBytes));
    gauges.add(
        "relay.recommendations.since",
        "Events that came since the last finished run",
        () -> sinceRebuild.getAsLong());
  }

  private double ofLast(ToDoubleFunction<RebuildReport> figure) {
    RebuildReport last = rebuilds.lastSuccess();
    return last == null ? Double.NaN : figure.applyAsDouble(last);
  }
}
