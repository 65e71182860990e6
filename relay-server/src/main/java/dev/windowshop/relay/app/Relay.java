package dev.windowshop.relay.app;

import dev.windowshop.protocol.Json;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.HttpEdge;
import dev.windowshop.relay.metrics.MetricsRoutes;
import dev.windowshop.relay.openapi.OpenApiFeature;
import dev.windowshop.relay.realtime.RealtimeFeature;
import dev.windowshop.relay.socketio.SocketIoConfig;
import dev.windowshop.relay.socketio.SocketIoServer;
import dev.windowshop.relay.socketio.engine.EngineConfig;
import dev.windowshop.relay.stop.Work;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running relay: the [Ground] first, on it the [Features], then the port that lets others in;
/// stopped in the opposite order. Thread-safe.
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int STOP_SECONDS = 10;

  private final AtomicBoolean serving = new AtomicBoolean();
  private final Opened opened;
  private final List<HttpApi.Route> routes;
  private final Listener listener;
  private final Runnable sweep;

  private Relay(RelayConfig config, Opened opened) {
    this.opened = opened;
    Ground ground = Ground.open(config, opened);
    HttpApi api =
        new HttpApi(ground.vertx(), ground.requests(), ground.authenticator(), edge(ground));
    SocketIoConfig socketConfig =
        SocketIoConfig.of(
            EngineConfig.at("/socket.io").withCorsOrigins(Set.copyOf(config.edge().corsOrigins())));
    SocketIoServer sockets = new SocketIoServer(socketConfig, Json.mapper());
    Features features = new Features(ground, sockets, opened);
    features.serve(api);
    Gauges gauges = new Gauges(ground, sockets, features);
    new HealthRoutes(version(), gauges.switches(), gauges.checks(), serving::get).register(api);
    new MetricsRoutes(ground.metrics()).register(api);
    new OpenApiFeature(api, version()).routes();
    routes = api.routes();
    listener = new Listener(config, ground.vertx(), api, sockets, socketConfig, opened);
    listener.watch(ground.timer());
    opened.add(() -> stop(ground.work(), features.realtime()));
    // Behind the start: nobody looks at these yet.
    ground.timer().schedule(gauges::measure, 200, TimeUnit.MILLISECONDS);
    serving.set(true);
    features.run();
    sweep = features::sweep;
  }

  /// @throws CannotStartException saying in one sentence why it can't
  public static Relay start(RelayConfig config) {
    Opened opened = new Opened();
    try {
      return new Relay(config, opened);
    } catch (DatabaseUnavailableException e) {
      opened.close();
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /// Where it listens, for example `http://127.0.0.1:4000`.
  public String address() {
    return listener.address();
  }

  /// Does at once what it does every few seconds.
  void lookAtCertificate() {
    listener.lookAtCertificate();
  }

  /// Does at once what it does every minute: removes what is over.
  public void sweep() {
    sweep.run();
  }

  /// What it answers over HTTP.
  List<HttpApi.Route> routes() {
    return routes;
  }

  private static HttpEdge edge(Ground ground) {
    EdgeConfig edge = ground.config().edge();
    return new HttpEdge(
        ground.limits(),
        ground.addresses(),
        Set.copyOf(edge.corsOrigins()),
        edge.tls() != null,
        edge.metricsToken(),
        ground.work(),
        ground.metrics());
  }

  /// Lets nothing more begin, says so, and waits for what runs.
  private void stop(Work work, RealtimeFeature realtime) throws InterruptedException {
    serving.set(false);
    work.stop();
    realtime.announceStop();
    LOG.info("stopping: {} requests and commands are running", work.running());
    if (!work.finish(Duration.ofSeconds(STOP_SECONDS))) {
      LOG.warn("{} requests and commands were still running at the end", work.running());
    }
  }

  static String version() {
    String version = Relay.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /// Takes no new work, finishes what runs, and lets go of everything.
  @Override
  public void close() {
    serving.set(false);
    opened.close();
  }
}
