package dev.windowshop.relay.metrics;

import dev.windowshop.relay.db.WriteObserver;
import dev.windowshop.relay.http.HttpObserver;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.realtime.RealtimeObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The relay's meters. Thread-safe. What happens before [#open] is not counted: until then it is
/// given nothing but its own start.
public final class Metrics implements HttpObserver, RealtimeObserver, WriteObserver, AutoCloseable {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private record Ended(String kind, String name, int status) {}

  private final Map<Ended, Timer> timers = new ConcurrentHashMap<>();
  private final Map<String, Counter> events = new ConcurrentHashMap<>();
  private volatile @Nullable Open open;

  private record Open(
      PrometheusMeterRegistry registry,
      JvmGcMetrics collections,
      DistributionSummary groups,
      Timer commits) {}

  /// Makes the registry, and begins to count. Takes a tenth of a second: not on the way to serving.
  public void open() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    JvmGcMetrics collections = new JvmGcMetrics();
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    DistributionSummary groups =
        DistributionSummary.builder("relay.db.group.size")
            .description("Units of work committed together")
            .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500)
            .register(registry);
    Timer commits =
        Timer.builder("relay.db.group")
            .description("From taking up a group of writes to its commit")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    open = new Open(registry, collections, groups, commits);
  }

  /// Something that goes up and down, asked when it is looked at.
  public void gauge(String name, String description, DoubleSupplier value) {
    Open now = open;
    if (now != null) {
      Gauge.builder(name, value::getAsDouble).description(description).register(now.registry);
    }
  }

  /// Something counted elsewhere.
  public void counter(String name, String description, LongSupplier value) {
    Open now = open;
    if (now != null) {
      FunctionCounter.builder(name, value, LongSupplier::getAsLong)
          .description(description)
          .register(now.registry);
    }
  }

  public void limits(Limits limits) {
    Open now = open;
    if (now == null) {
      return;
    }
    for (Limit limit : Limit.values()) {
      FunctionCounter.builder("relay.limit.refused", limits, of -> of.refused(limit))
          .tag("limit", limit.wire())
          .description("What was refused because it was too much")
          .register(now.registry);
    }
  }

  @Override
  public void ended(String method, String route, int status, long nanos) {
    Open now = open;
    if (now != null) {
      timers
          .computeIfAbsent(
              new Ended(method, route, status),
              key ->
                  timer("relay.http.requests", "REST requests")
                      .tags("method", method, "route", route, "status", Integer.toString(status))
                      .register(now.registry))
          .record(Duration.ofNanos(nanos));
    }
  }

  @Override
  public void commandEnded(String name, int status, long nanos) {
    Open now = open;
    if (now != null) {
      timers
          .computeIfAbsent(
              new Ended("command", name, status),
              key ->
                  timer("relay.socket.commands", "Socket commands")
                      .tags("command", name, "status", Integer.toString(status))
                      .register(now.registry))
          .record(Duration.ofNanos(nanos));
    }
  }

  @Override
  public void eventSent(String name) {
    Open now = open;
    if (now != null) {
      events
          .computeIfAbsent(
              name,
              key ->
                  Counter.builder("relay.socket.events")
                      .description("Events sent, each counted once for all that it went to")
                      .tag("event", name)
                      .register(now.registry))
          .increment();
    }
  }

  @Override
  public void committed(int units, long nanos) {
    Open now = open;
    if (now != null) {
      now.groups.record(units);
      now.commits.record(Duration.ofNanos(nanos));
    }
  }

  private static Timer.Builder timer(String name, String description) {
    return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
  }

  /// For tests and other readers.
  @Nullable MeterRegistry registry() {
    Open now = open;
    return now == null ? null : now.registry;
  }

  /// In Prometheus' text format.
  public String scrape() {
    Open now = open;
    return now == null ? "" : now.registry.scrape();
  }

  @Override
  public void close() {
    Open now = open;
    open = null;
    if (now != null) {
      now.collections.close();
      now.registry.close();
    }
  }
}
