package dev.windowshop.bench.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.bench.Child;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.Rest;
import dev.windowshop.protocol.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Many race for a few pieces: none is sold twice, and no racer gets two orders of one checkout.
@Command(
    name = "checkout",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Racers check out the same product at once, each sending its request twice with one key:"
            + " oversold, double orders and times.")
public final class CheckoutCommand implements Callable<Integer> {
  private static final String PASSWORD = "correct horse battery";
  private static final int MOST_TRIES = 200;

  @Option(
      names = "--racers",
      defaultValue = "10000",
      description = "checkouts, each with a key of its own (${DEFAULT-VALUE})")
  private int racers;

  @Option(
      names = "--users",
      defaultValue = "500",
      description = "accounts that the racers share evenly (${DEFAULT-VALUE})")
  private int users;

  @Option(names = "--pieces", defaultValue = "100", description = "in stock (${DEFAULT-VALUE})")
  private int pieces;

  @Option(
      names = "--at-once",
      defaultValue = "64",
      description = "racers whose requests are under way (${DEFAULT-VALUE})")
  private int atOnce;

  /// What became of one racer.
  ///
  /// @param orders the different orders that both of its requests named
  private record Raced(double millis, Set<String> orders, List<String> refusals) {}

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("windowshop-checkout");
    System.err.println("logs and data in " + work);
    try (Child relay =
        RelayJar.ofRepository()
            .serve(
                work.resolve("relay"),
                work.resolve("relay.log"),
                List.of("--port", "0", "--limit", "all=off", "--test-payments"))) {
      return race(Rest.at(relay.awaitAddress()));
    }
  }

  private int race(Rest guest) throws Exception {
    Rest seller = signUp(guest, "seller");
    seller.post("/shops", Map.of("name", "The race"));
    JsonNode product =
        seller
            .post(
                "/products",
                Map.of(
                    "title",
                    "The one thing",
                    "category",
                    "Things",
                    "variants",
                    List.of(Map.of("price", 1000, "stock", pieces))))
            .path("product");
    String productId = product.path("id").asText();
    String variantId = product.at("/variants/0/id").asText();
    List<Rest> buyers = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      buyers.add(signUp(guest, "racer" + i));
    }
    // Warm, with a product of its own.
    JsonNode warm =
        seller
            .post(
                "/products",
                Map.of(
                    "title",
                    "Something else",
                    "category",
                    "Things",
                    "variants",
                    List.of(Map.of("price", 1000, "stock", 100_000))))
            .at("/product/variants/0/id");
    run(buyers, Math.min(1000, racers), warm.asText(), "warm");
    long begun = System.nanoTime();
    List<Raced> raced = run(buyers, racers, variantId, "race");
    double seconds = (System.nanoTime() - begun) / 1e9;

    Set<String> orders = new HashSet<>();
    raced.forEach(one -> orders.addAll(one.orders()));
    long doubles = raced.stream().filter(one -> one.orders().size() > 1).count();
    int listed = 0;
    for (Rest buyer : buyers) {
      listed += bought(buyer, productId);
    }
    int left = seller.get("/products/" + productId).at("/variants/0/stock").asInt();
    Map<String, Integer> refusals = new LinkedHashMap<>();
    raced.forEach(one -> one.refusals().forEach(why -> refusals.merge(why, 1, Integer::sum)));
    double[] millis = raced.stream().mapToDouble(Raced::millis).sorted().toArray();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("racers", racers);
    figures.put("pieces", pieces);
    figures.put("sold", listed);
    figures.put("oversold", Math.max(0, listed - pieces));
    figures.put("double orders", doubles + (listed - orders.size()));
    figures.put("left", left);
    figures.put("seconds", seconds);
    figures.put("checkouts a second", 2 * racers / seconds);
    figures.put("p50 ms", at(millis, 0.5));
    figures.put("p99 ms", at(millis, 0.99));
    figures.put("refusals", refusals);
    figures.forEach((name, value) ->
        System.out.printf(
            Locale.ROOT,
            "%-24s %s%n",
            name,
            value instanceof Double number
                ? String.format(Locale.ROOT, "%.1f", number)
                : value.toString()));
    Path file = RelayJar.ofRepository().root().resolve("bench/target/results/checkout.json");
    Files.createDirectories(file.getParent());
    Files.write(file, Json.encodeBytes(figures));
    boolean right = listed == Math.min(pieces, racers) && doubles == 0 && orders.size() == listed;
    return right && left == pieces - listed ? 0 : 1;
  }

  private List<Raced> run(List<Rest> buyers, int many, String variantId, String mark)
      throws Exception {
    Semaphore room = new Semaphore(atOnce);
    List<Future<Raced>> running = new ArrayList<>();
    List<Raced> raced = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        Rest buyer = buyers.get(i % buyers.size());
        String key = mark + i;
        room.acquire();
        running.add(
            executor.submit(() -> {
              try {
                return raceOne(executor, buyer, key, variantId);
              } finally {
                room.release();
              }
            }));
      }
      for (Future<Raced> one : running) {
        raced.add(one.get());
      }
    }
    return raced;
  }

  /// The same request twice at once, as a double click would.
  private static Raced raceOne(ExecutorService executor, Rest buyer, String key, String variantId)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(buyer.address() + "/api/v1/checkout"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + buyer.token())
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.encodeBytes(checkout(variantId))))
            .build();
    long begun = System.nanoTime();
    Future<HttpResponse<byte[]>> other = executor.submit(() -> answered(buyer, request));
    HttpResponse<byte[]> mine = answered(buyer, request);
    double millis = (System.nanoTime() - begun) / 1e6;
    Set<String> orders = new HashSet<>();
    List<String> refusals = new ArrayList<>();
    for (HttpResponse<byte[]> answer : List.of(mine, other.get())) {
      JsonNode body = Json.decode(answer.body(), JsonNode.class);
      if (answer.statusCode() == 201) {
        orders.add(body.path("id").asText());
      } else {
        refusals.add(answer.statusCode() + " " + body.path("type").asText());
      }
    }
    return new Raced(millis, orders, refusals);
  }

  /// Again while the other of the two is still under way.
  private static HttpResponse<byte[]> answered(Rest buyer, HttpRequest request) throws Exception {
    HttpResponse<byte[]> answer = null;
    for (int i = 0; i < MOST_TRIES; i++) {
      answer = buyer.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
      boolean underWay =
          answer.statusCode() == 409
              && Json.decode(answer.body(), JsonNode.class)
                  .path("type")
                  .asText()
                  .endsWith(":in-progress");
      if (!underWay) {
        return answer;
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("it never came to an end: " + answer);
  }

  private static Map<String, Object> checkout(String variantId) {
    return Map.of(
        "lines",
        List.of(Map.of("variantId", variantId, "quantity", 1)),
        "address",
        Map.of("name", "Racer", "line1", "Main Street 1", "city", "Gothenburg"),
        "deliveryMethod",
        "pickup",
        "payment",
        Map.of("provider", "test"));
  }

  private static int bought(Rest buyer, String productId) throws Exception {
    int bought = 0;
    String cursor = "";
    while (true) {
      JsonNode page = buyer.get("/orders?limit=100" + cursor);
      for (JsonNode order : page.path("items")) {
        if (order.path("status").asText().equals("paid")
            && order.at("/lines/0/productId").asText().equals(productId)) {
          bought++;
        }
      }
      if (page.path("nextCursor").isNull() || page.path("nextCursor").isMissingNode()) {
        return bought;
      }
      cursor = "&cursor=" + page.path("nextCursor").asText();
    }
  }

  private static Rest signUp(Rest guest, String name) throws Exception {
    return guest.as(
        guest
            .post(
                "/auth/signup",
                Map.of("email", name + "@example.org", "username", name, "password", PASSWORD))
            .path("accessToken")
            .asText());
  }

  private static double at(double[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
  }
}
