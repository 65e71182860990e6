package dev.windowshop.bench.recommend;

import com.sun.net.httpserver.HttpServer;
import dev.windowshop.bench.Times;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.recommend.BuildStats;
import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.EventType;
import dev.windowshop.relay.recommend.Query;
import dev.windowshop.relay.recommend.Recommendation;
import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.recommend.Term;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Builds a large shop and asks it, while events arrive.
final class ScaleRun {
  private static final int LIMIT = 20;
  private static final int WARM = 3_000;

  private final ManyEvents shop;
  private final int arrivals;
  private final Recommender recommender = new Recommender();
  private final Map<String, Double> figures = new LinkedHashMap<>();

  /// @param arrivals events a second while it is asked
  ScaleRun(ManyEvents shop, int arrivals) {
    this.shop = shop;
    this.arrivals = arrivals;
  }

  Map<String, Double> run(int queries) throws IOException, InterruptedException {
    BuildStats stats = recommender.rebuild(shop::events, shop::items, shop.end());
    figures.put("full rebuild, s", stats.took().toMillis() / 1000.0);
    figures.put("items with a regression", (double) stats.regressed());
    figures.put("model, MB", stats.bytes() / 1e6);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    figures.put(
        "heap in use after the build, MB", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    figures.put("largest heap allowed, MB", runtime.maxMemory() / 1e6);
    try (ScheduledExecutorService events =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("bench-events").daemon().unstarted(work))) {
      SplittableRandom random = new SplittableRandom(5);
      events.scheduleAtFixedRate(
          () -> recommender.record(shop.event(random, shop.end()), shop.end()),
          0,
          1_000_000_000L / arrivals,
          TimeUnit.NANOSECONDS);
      report("in process", ask(queries));
      freshness();
      http(Math.min(queries, 5_000));
      duringRebuild();
      events.shutdownNow();
    }
    return figures;
  }

  private void report(String what, Times times) {
    figures.put("For You " + what + ", p50 ms", times.at(0.5));
    figures.put("For You " + what + ", p99 ms", times.at(0.99));
    figures.put("For You " + what + ", p99.9 ms", times.at(0.999));
  }

  private String somebody(SplittableRandom random) {
    return "user" + (int) (shop.users() * Math.pow(random.nextDouble(), 1.6));
  }

  private List<Recommendation> forYou(String user) {
    return recommender.forYou(user, Query.of(LIMIT, shop.end()));
  }

  private Times ask(int queries) {
    SplittableRandom random = new SplittableRandom(6);
    for (int n = 0; n < WARM; n++) {
      forYou(somebody(random));
    }
    long[] took = new long[queries];
    for (int n = 0; n < queries; n++) {
      String user = somebody(random);
      long began = System.nanoTime();
      forYou(user);
      took[n] = System.nanoTime() - began;
    }
    return Times.of(took, queries);
  }

  /// From an event to the first answer that differs, of people who had one before.
  private void freshness() {
    SplittableRandom random = new SplittableRandom(7);
    int count = 1_000;
    long[] took = new long[count];
    int changed = 0;
    for (int n = 0; n < count; n++) {
      String user = somebody(random);
      List<Recommendation> before = forYou(user);
      if (before.isEmpty()) {
        continue;
      }
      long began = System.nanoTime();
      recommender.record(
          new Event(user, before.get(before.size() / 2).item(), EventType.CART, shop.end()),
          shop.end());
      List<Recommendation> after = forYou(user);
      if (!after.equals(before)) {
        took[changed++] = System.nanoTime() - began;
      }
    }
    Times times = Times.of(took, changed);
    figures.put("answers changed by the event before, of 1000", (double) changed);
    figures.put("event to changed answer, p50 ms", times.at(0.5));
    figures.put("event to changed answer, p99 ms", times.at(0.99));
  }

  /// As much of it as a client is told.
  private record Shown(String item, double score, @Nullable Term because, double propensity) {
    static Shown of(Recommendation one) {
      return new Shown(
          one.item(),
          one.score(),
          one.terms().isEmpty() ? null : one.terms().getFirst(),
          one.propensity());
    }
  }

  /// A bare HTTP server around the engine: what HTTP and JSON add, without the relay's own routes.
  private void http(int queries) throws IOException, InterruptedException {
    // Else each small answer waits for an acknowledgement of the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newHttpClient()) {
      server.setExecutor(requests);
      server.createContext(
          "/for-you",
          exchange -> {
            try (exchange) {
              byte[] body =
                  Json.encodeBytes(
                      forYou(exchange.getRequestURI().getQuery()).stream().map(Shown::of).toList());
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          });
      server.start();
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/for-you?";
      SplittableRandom random = new SplittableRandom(8);
      long[] took = new long[queries];
      for (int n = -1_000; n < queries; n++) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address + somebody(random)))
                .timeout(Duration.ofSeconds(10))
                .build();
        long began = System.nanoTime();
        int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
          throw new IOException("The server answered " + status);
        }
        if (n >= 0) {
          took[n] = System.nanoTime() - began;
        }
      }
      report("over bare HTTP", Times.of(took, queries));
    } finally {
      server.stop(0);
    }
  }

  private void duringRebuild() throws InterruptedException {
    Thread rebuild =
        Thread.ofPlatform()
            .name("bench-rebuild")
            .start(() -> recommender.rebuild(shop::events, shop::items, shop.end()));
    SplittableRandom random = new SplittableRandom(9);
    long[] took = new long[1024];
    int count = 0;
    while (rebuild.isAlive()) {
      String user = somebody(random);
      long began = System.nanoTime();
      forYou(user);
      if (count == took.length) {
        took = Arrays.copyOf(took, 2 * count);
      }
      took[count++] = System.nanoTime() - began;
      TimeUnit.MILLISECONDS.sleep(5);
    }
    Times times = Times.of(took, count);
    figures.put("For You during a rebuild, p50 ms", times.at(0.5));
    figures.put("For You during a rebuild, p99 ms", times.at(0.99));
    figures.put("For You during a rebuild, p99.9 ms", times.at(0.999));
    figures.put("For You during a rebuild, longest ms", times.most());
  }
}
