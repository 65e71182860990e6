package dev.windowshop.relay.app;

import dev.windowshop.relay.account.SessionAuthenticator;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.SigningKeys;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.ServingLock;
import dev.windowshop.relay.demo.DemoCatalog;
import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.mail.Mailer;
import dev.windowshop.relay.mail.SmtpMailer;
import dev.windowshop.relay.metrics.Metrics;
import dev.windowshop.relay.oidc.OidcProviders;
import dev.windowshop.relay.stop.Work;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every feature of a relay stands on.
///
/// @param data the folder, held by this process alone
/// @param requests a virtual thread for each request and command
/// @param timer one thread that only waits
/// @param work counts what runs
/// @param demo the demo shop, should it be wanted
/// @param mailer null when no mail is sent
record Ground(
    RelayConfig config,
    Path data,
    Database database,
    Vertx vertx,
    ExecutorService requests,
    ScheduledExecutorService timer,
    Work work,
    Metrics metrics,
    Limits limits,
    ClientAddresses addresses,
    SigningKeys keys,
    AccessTokens tokens,
    OidcProviders providers,
    SessionAuthenticator authenticator,
    @Nullable Mailer mailer,
    Supplier<DemoCatalog> demo) {
  private static final Logger LOG = LoggerFactory.getLogger(Ground.class);
  private static final int STOP_SECONDS = 10;

  static Ground open(RelayConfig config, Opened opened) {
    Path data = DataFolder.prepare(config.data());
    opened.add(DataFolder.hold(data));
    // Made at the same time, since each is mostly the loading of classes.
    CompletableFuture<Vertx> vertxMade = vertx(opened);
    CompletableFuture<SigningKeys> keysMade =
        CompletableFuture.supplyAsync(() -> signingKeys(config, data));
    Supplier<DemoCatalog> demo = demo(config);
    ServingLock lock = opened.add(ServingLock.hold(config.database().address()));
    Database database = opened.add(Database.open(config.database()));
    SigningKeys keys = whenMade(keysMade);
    AccessTokens tokens = new AccessTokens(keys, config.clock(), config.accessLife());
    ExecutorService requests = requests(opened);
    ScheduledExecutorService timer = timer(opened);
    timer.scheduleWithFixedDelay(
        () -> requests.execute(() -> attempt(lock::look)), 5, 5, TimeUnit.SECONDS);
    Vertx vertx = whenMade(vertxMade);
    OidcProviders providers = opened.add(new OidcProviders(config.oidc(), config.clock()));
    SessionAuthenticator authenticator =
        new SessionAuthenticator(
            tokens, database, providers, config.oidc().signUp(), config.clock());
    Metrics metrics = opened.add(new Metrics());
    database.observe(metrics);
    return new Ground(
        config,
        data,
        database,
        vertx,
        requests,
        timer,
        new Work(),
        metrics,
        new Limits(config.limits(), config.clock()),
        new ClientAddresses(config.trustedProxies()),
        keys,
        tokens,
        providers,
        authenticator,
        config.mail() == null ? null : opened.add(new SmtpMailer(vertx, config.mail())),
        demo);
  }

  /// Has it done again and again on a thread that may block, each time so long after the last one
  /// was handed over.
  void every(long first, long period, TimeUnit unit, Runnable task) {
    timer.scheduleWithFixedDelay(() -> requests.execute(() -> attempt(task)), first, period, unit);
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("a task of the background failed; it is tried again", e);
    }
  }

  private static SigningKeys signingKeys(RelayConfig config, Path data) {
    try {
      return SigningKeys.open(data, config.privateKeys());
    } catch (IOException e) {
      throw new CannotStartException("The relay's keys can't be used: " + e.getMessage() + ".", e);
    }
  }

  private static ExecutorService requests(Opened opened) {
    ExecutorService requests =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());
    opened.add(() -> {
      requests.shutdown();
      if (!requests.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("requests were still running at the end");
      }
    });
    return requests;
  }

  private static ScheduledExecutorService timer(Opened opened) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timer").factory());
    opened.add(timer::shutdownNow);
    return timer;
  }

  private static CompletableFuture<Vertx> vertx(Opened opened) {
    CompletableFuture<Vertx> made =
        CompletableFuture.supplyAsync(() ->
            Vertx.vertx(
                new VertxOptions()
                    // Not the native epoll transport: when the other side hangs up it takes in at
                    // once what was not read yet, and an upload that is cut loses all of that.
                    .setPreferNativeTransport(false)
                    .setWorkerPoolSize(2)
                    .setInternalBlockingPoolSize(4)));
    opened.add(() -> made.join().close().await(STOP_SECONDS, TimeUnit.SECONDS));
    return made;
  }

  /// Begun early for a database that is new; in others it is rarely wanted.
  private static Supplier<DemoCatalog> demo(RelayConfig config) {
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
}
