package dev.windowshop.relay.app;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.account.AccountFeature;
import dev.windowshop.relay.account.SessionAuthenticator;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.attachment.AttachmentFeature;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.SigningKeys;
import dev.windowshop.relay.call.CallFeature;
import dev.windowshop.relay.call.IceServers;
import dev.windowshop.relay.chat.ChatConfig;
import dev.windowshop.relay.chat.ChatFeature;
import dev.windowshop.relay.chat.MessageAttachmentRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.demo.DemoCatalog;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.HttpEdge;
import dev.windowshop.relay.interest.GuestMerge;
import dev.windowshop.relay.interest.InterestFeature;
import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.mail.Mailer;
import dev.windowshop.relay.mail.SmtpMailer;
import dev.windowshop.relay.metrics.Metrics;
import dev.windowshop.relay.metrics.MetricsRoutes;
import dev.windowshop.relay.moderation.ModerationFeature;
import dev.windowshop.relay.oidc.OidcProviders;
import dev.windowshop.relay.openapi.OpenApiFeature;
import dev.windowshop.relay.order.OrderFeature;
import dev.windowshop.relay.people.PeopleFeature;
import dev.windowshop.relay.people.Relations;
import dev.windowshop.relay.people.SeenPeople;
import dev.windowshop.relay.personal.PersonalDataService;
import dev.windowshop.relay.realtime.RealtimeFeature;
import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.socketio.SocketIoConfig;
import dev.windowshop.relay.socketio.SocketIoServer;
import dev.windowshop.relay.socketio.engine.EngineConfig;
import dev.windowshop.relay.stop.Work;
import dev.windowshop.relay.store.ProductModeration;
import dev.windowshop.relay.store.ProductRepository;
import dev.windowshop.relay.store.StoreFeature;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running relay: starts everything in order, stops it in the opposite one. Thread-safe.
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int STOP_SECONDS = 10;
  private static final int TLS_SECONDS = 10;
  private static final long LOW_SPACE_MB = 200;

  /// How long connections are given to end by themselves.
  private static final int GRACE_SECONDS = 3;

  private final Work work = new Work();
  private final AtomicBoolean serving = new AtomicBoolean();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final RelayConfig config;
  private String address = "";
  private @Nullable TlsWatch certificates;
  private List<HttpApi.Route> routes = List.of();

  private Relay(RelayConfig config) {
    this.config = config;
  }

  /// @throws CannotStartException saying in one sentence why it can't
  public static Relay start(RelayConfig config) {
    Relay relay = new Relay(config);
    try {
      relay.open();
      return relay;
    } catch (DatabaseUnavailableException e) {
      relay.close();
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      relay.close();
      throw e;
    }
  }

  /// Where it listens, for example `http://127.0.0.1:4000`.
  public String address() {
    return address;
  }

  /// Does at once what it does every few seconds.
  void lookAtCertificate() {
    TlsWatch watch = certificates;
    if (watch != null) {
      watch.look();
    }
  }

  /// What it answers over HTTP.
  List<HttpApi.Route> routes() {
    return routes;
  }

  private void open() {
    Path data = DataFolder.prepare(config.data());
    opening(DataFolder.hold(data));
    // Made at the same time, since each is mostly the loading of classes.
    CompletableFuture<Vertx> vertxMade = vertx();
    CompletableFuture<SigningKeys> keysMade =
        CompletableFuture.supplyAsync(() -> signingKeys(data));
    Supplier<DemoCatalog> demo = demo();
    Database database = opening(Database.open(config.database()));
    SigningKeys keys = whenMade(keysMade);
    AccessTokens tokens = new AccessTokens(keys, config.clock(), config.accessLife());
    ExecutorService requests = requests();
    ScheduledExecutorService timer = timer();
    Vertx vertx = whenMade(vertxMade);
    Limits limits = new Limits(config.limits(), config.clock());
    ClientAddresses addresses = new ClientAddresses(config.trustedProxies());
    OidcProviders providers = opening(new OidcProviders(config.oidc(), config.clock()));
    SessionAuthenticator authenticator =
        new SessionAuthenticator(
            tokens, database, providers, config.oidc().signUp(), config.clock());
    Metrics metrics = opening(new Metrics());
    database.observe(metrics);
    HttpApi api = new HttpApi(vertx, requests, authenticator, edge(limits, addresses, metrics));
    SocketIoConfig socketConfig =
        SocketIoConfig.of(
            EngineConfig.at("/socket.io").withCorsOrigins(Set.copyOf(config.edge().corsOrigins())));
    SocketIoServer sockets = new SocketIoServer(socketConfig, Json.mapper());
    UserRepository users = new UserRepository();
    RealtimeFeature realtime =
        opening(
            new RealtimeFeature(
                sockets,
                database,
                authenticator,
                users,
                requests,
                limits,
                addresses,
                work,
                metrics));

    AccountFeature accounts =
        opening(
            new AccountFeature(
                database,
                keys,
                tokens,
                providers,
                config.oidc().signUp(),
                mailer(vertx),
                config.clock(),
                config.refreshLife(),
                realtime::endSession,
                limits));
    accounts.routes(api);
    String currency =
        database.write(handle -> RelayState.init(handle, "currency", config.currency()));
    if (config.demo()) {
      new DemoSeed(database, currency).seed(demo, config.clock().instant());
    }
    ProductRepository products = new ProductRepository(currency);
    Recommender engine = new Recommender();
    StoreFeature store =
        opening(
            new StoreFeature(
                database,
                products,
                currency,
                realtime.broadcaster(),
                data,
                config.clock(),
                new GuestMerge(engine)));
    store.routes(api);
    store.commands(realtime.commands());
    Relations permissions = new Relations();
    AttachmentFeature attachments =
        opening(
            new AttachmentFeature(
                database,
                data,
                (handle, id, user) ->
                    new MessageAttachmentRepository().isVisible(handle, id, user)
                        || users.shows(handle, AttachmentsForPeople.url(id)),
                config.attachments(),
                config.clock()));
    attachments.routes(api);
    OrderFeature orders =
        new OrderFeature(
            database,
            realtime.broadcaster(),
            currency,
            config.demo() || config.testPayments(),
            config.clock());
    ChatFeature chat =
        new ChatFeature(
            database,
            realtime.broadcaster(),
            realtime.presence(),
            realtime.epoch(),
            users::byIds,
            permissions,
            new StoreForChat(products),
            new OrdersForChat(orders),
            new AttachmentsForChat(attachments.attachments()),
            ChatConfig.defaults(),
            limits);
    chat.routes(api);
    chat.commands(realtime.commands());
    PeopleFeature people =
        new PeopleFeature(
            database,
            users,
            realtime.broadcaster(),
            realtime.presence(),
            new SeenPeople(permissions, realtime.presence()),
            new AttachmentsForPeople(attachments.attachments()),
            chat::keepPersonal,
            chat::tellPresenceAgain,
            config.clock());
    people.routes(api);
    people.commands(realtime.commands());
    new ModerationFeature(
            database,
            users,
            new ShopForModeration(chat, new ProductModeration(products)),
            realtime.broadcaster(),
            realtime::endSession,
            config.clock())
        .routes(api);
    CallFeature calls =
        opening(
            new CallFeature(
                database,
                realtime.broadcaster(),
                new ChatForCalls(chat, permissions),
                IceServers.ofUrls(config.iceServers()),
                limits,
                realtime.presence()::inCall));
    calls.routes(api);
    calls.commands(realtime.commands());
    orders.routes(api);
    InterestFeature interests =
        opening(
            new InterestFeature(
                database,
                store.catalogue(),
                engine,
                new OthersForInterests(store, chat, calls),
                config.clock()));
    interests.routes(
        api,
        id -> database.read(handle -> users.role(handle, id)).orElse(UserRole.USER).moderates());
    accounts.routes(
        api,
        new PersonalDataService(
            database,
            data.resolve("exports"),
            List.of(
                accounts.personalData(),
                people.personalData(),
                chat.personalData(),
                attachments.personalData(),
                store.personalData(),
                orders.personalData(),
                interests.personalData(),
                calls.personalData(),
                ModerationFeature.personalData()),
            config.clock()));
    realtime.serve(List.of(store, chat, calls));
    new HealthRoutes(
            version(), features(), checks(database, sockets, calls, interests, data), serving::get)
        .register(api);
    new MetricsRoutes(metrics).register(api);
    new OpenApiFeature(api, version()).routes();
    routes = api.routes();

    timer.scheduleWithFixedDelay(accounts::tidy, 1, 60, TimeUnit.MINUTES);
    timer.scheduleWithFixedDelay(
        () -> requests.execute(accounts::lookForNewKeys), 20, 20, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(
        () -> requests.execute(accounts::lookForEndedSessions), 5, 5, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(
        () -> inBackground(requests, attachments::collect), 2, 60, TimeUnit.MINUTES);
    HttpServer server = listen(vertx, api, sockets, socketConfig);
    watch(server, timer);
    opened.push(() -> stopWork(realtime));
    timer.schedule(
        () -> measure(metrics, database, sockets, limits, calls), 200, TimeUnit.MILLISECONDS);
    serving.set(true);
    store.run(timer);
    orders.run(timer);
    interests.run(timer, config.recommendEvery());
  }

  private SigningKeys signingKeys(Path data) {
    try {
      return SigningKeys.open(data, config.privateKeys());
    } catch (IOException e) {
      throw new CannotStartException("The relay's keys can't be used: " + e.getMessage() + ".", e);
    }
  }

  private @Nullable Mailer mailer(Vertx vertx) {
    return config.mail() == null ? null : opening(new SmtpMailer(vertx, config.mail()));
  }

  private ExecutorService requests() {
    ExecutorService requests =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());
    opened.push(() -> {
      requests.shutdown();
      if (!requests.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("requests were still running at the end");
      }
    });
    return requests;
  }

  /// The timer itself only waits.
  private static void inBackground(ExecutorService requests, Runnable task) {
    requests.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("a task of the background failed; it is tried again", e);
      }
    });
  }

  private ScheduledExecutorService timer() {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timer").factory());
    opened.push(timer::shutdownNow);
    return timer;
  }

  private CompletableFuture<Vertx> vertx() {
    CompletableFuture<Vertx> made =
        CompletableFuture.supplyAsync(() ->
            Vertx.vertx(new VertxOptions().setWorkerPoolSize(2).setInternalBlockingPoolSize(4)));
    opened.push(() -> made.join().close().await(STOP_SECONDS, TimeUnit.SECONDS));
    return made;
  }

  /// Begun early for a database that is new; in others it is rarely wanted.
  private Supplier<DemoCatalog> demo() {
    Supplier<DemoCatalog> create = () -> DemoCatalog.create(config.clock().instant());
    boolean fresh =
        config.database().address() instanceof DatabaseAddress.Sqlite(Path file)
            && !Files.exists(file);
    if (!config.demo() || !fresh) {
      return create;
    }
    CompletableFuture<DemoCatalog> made = CompletableFuture.supplyAsync(create);
    return () -> whenMade(made);
  }

  private static <T> T whenMade(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private HttpEdge edge(Limits limits, ClientAddresses addresses, Metrics metrics) {
    EdgeConfig edge = config.edge();
    return new HttpEdge(
        limits,
        addresses,
        Set.copyOf(edge.corsOrigins()),
        edge.tls() != null,
        edge.metricsToken(),
        work,
        metrics);
  }

  private static Map<String, Supplier<String>> checks(
      Database database,
      SocketIoServer sockets,
      CallFeature calls,
      InterestFeature interests,
      Path data) {
    Map<String, Supplier<String>> checks = new LinkedHashMap<>();
    checks.put("database", () -> database.read(handle -> "ok"));
    checks.put("sockets", () -> "ok: " + sockets.stats().sockets() + " connected");
    checks.put("calls", () -> "ok: " + calls.running() + " running");
    checks.put("recommendations", interests::health);
    checks.put("storage", () -> storage(data));
    return checks;
  }

  private static String storage(Path data) {
    try {
      long megabytes = Files.getFileStore(data).getUsableSpace() >> 20;
      return (megabytes < LOW_SPACE_MB ? "low: " : "ok: ") + megabytes + " MB free";
    } catch (IOException e) {
      return "unknown: " + e.getMessage();
    }
  }

  /// Behind the start: nobody looks at these yet.
  private static void measure(
      Metrics metrics,
      Database database,
      SocketIoServer sockets,
      Limits limits,
      CallFeature calls) {
    metrics.open();
    metrics.limits(limits);
    metrics.gauge("relay.sockets", "Sockets now", () -> sockets.stats().sockets());
    metrics.gauge(
        "relay.sockets.websocket",
        "Connections on a WebSocket now",
        () -> sockets.stats().engine().openWebSockets());
    metrics.counter(
        "relay.sockets.opened", "Connections made", () -> sockets.stats().engine().opened());
    metrics.counter(
        "relay.sockets.slow",
        "Connections dropped because they did not read",
        () -> sockets.stats().engine().slowConsumersDropped());
    metrics.counter(
        "relay.sockets.refused",
        "Connections and requests that broke the protocol or a limit",
        () -> sockets.stats().engine().refused());
    metrics.gauge("relay.calls", "Calls that ring or run now", calls::running);
    metrics.gauge("relay.db.readers", "Readers at work", () -> database.load().readers());
    metrics.gauge("relay.db.reads.queued", "Reads that wait", () -> database.load().readsQueued());
    metrics.gauge(
        "relay.db.writes.queued", "Units of work that wait", () -> database.load().writesQueued());
  }

  private void watch(HttpServer server, ScheduledExecutorService timer) {
    TlsConfig tls = config.edge().tls();
    if (tls == null) {
      return;
    }
    try {
      TlsWatch watch = new TlsWatch(tls, server);
      certificates = watch;
      timer.scheduleWithFixedDelay(watch::look, TLS_SECONDS, TLS_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new CannotStartException("The certificate can't be read: " + e.getMessage() + ".", e);
    }
  }

  /// Lets nothing more begin, says so, and waits for what runs.
  private void stopWork(RealtimeFeature realtime) throws InterruptedException {
    serving.set(false);
    work.stop();
    realtime.announceStop();
    LOG.info("stopping: {} requests and commands are running", work.running());
    if (!work.finish(Duration.ofSeconds(STOP_SECONDS))) {
      LOG.warn("{} requests and commands were still running at the end", work.running());
    }
  }

  private HttpServerOptions serverOptions(SocketIoConfig sockets) {
    HttpServerOptions options =
        sockets.applyTo(new HttpServerOptions().setWebSocketClosingTimeout(1));
    TlsConfig tls = config.edge().tls();
    return tls == null ? options : options.setSsl(true).setKeyCertOptions(tls.options());
  }

  private HttpServer listen(
      Vertx vertx, HttpApi api, SocketIoServer sockets, SocketIoConfig socketConfig) {
    HttpServer server =
        vertx
            .createHttpServer(serverOptions(socketConfig))
            .requestHandler(request -> {
              if (!sockets.handle(request)) {
                api.handle(request);
              }
            });
    try {
      server.listen(config.port(), config.host()).await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new CannotStartException(whyNotListening(e), e);
    }
    opened.push(() ->
        server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).await(STOP_SECONDS, TimeUnit.SECONDS));
    opened.push(sockets);
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    String scheme = config.edge().tls() == null ? "http://" : "https://";
    address = scheme + host + ":" + server.actualPort();
    return server;
  }

  private String whyNotListening(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return cause.getMessage() != null && cause.getMessage().contains("in use")
            ? "Port "
                + config.port()
                + " on "
                + config.host()
                + " is in use: stop what uses it or choose another with --port."
            : "The relay can't listen on "
                + config.host()
                + " port "
                + config.port()
                + ": "
                + cause.getMessage()
                + ".";
      }
      if (cause instanceof UnknownHostException) {
        return "There is no address named " + config.host() + " to listen on.";
      }
      TlsConfig tls = config.edge().tls();
      if (tls != null
          && (cause instanceof GeneralSecurityException || cause instanceof IOException)) {
        return "The certificate in " + tls.files() + " can't be used: " + cause.getMessage() + ".";
      }
    }
    return "The relay can't listen on "
        + config.host()
        + " port "
        + config.port()
        + ": "
        + failure.getMessage()
        + ".";
  }

  private Map<String, Boolean> features() {
    boolean turn = config.iceServers().stream().anyMatch(url -> url.startsWith("turn"));
    return Map.of(
        "chat",
        true,
        "calls",
        true,
        "recommendations",
        true,
        "payments",
        true,
        "mail",
        config.mail() != null,
        "oidc",
        !config.oidc().providers().isEmpty(),
        "turn",
        turn,
        "demo",
        config.demo());
  }

  static String version() {
    String version = Relay.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private <T extends AutoCloseable> T opening(T part) {
    opened.push(part);
    return part;
  }

  /// Takes no new work, finishes what runs, and lets go of everything.
  @Override
  public void close() {
    serving.set(false);
    while (!opened.isEmpty()) {
      AutoCloseable part = opened.pop();
      try {
        part.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.warn("a part of the relay did not close well", e);
      }
    }
  }
}
