package dev.windowshop.bench.store;

import dev.windowshop.bench.Child;
import dev.windowshop.bench.FrameRun;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.Rest;
import dev.windowshop.bench.Times;
import dev.windowshop.client.app.Services;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.store.CatalogService;
import dev.windowshop.client.store.ProductQuery;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A large shop: how fast it is read in, found in at the relay and in a client's cache, whether
/// every count beside what was found is right, and how its shelves scroll.
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "A made-up shop of 100,000 products: import rate, search with facets at the relay and in"
            + " the client's cache, facet counts against brute force, scrolling.")
public final class CatalogCommand implements Callable<Integer> {
  private static final int PAGE = 40;
  private static final double RELAY_BUDGET = 25;
  private static final double CLIENT_BUDGET = 20;

  @Option(names = "--products", defaultValue = "100000", description = "(${DEFAULT-VALUE})")
  private int products;

  @Option(
      names = "--searches",
      defaultValue = "200",
      description = "measured of each kind (${DEFAULT-VALUE})")
  private int searches;

  @Option(
      names = "--checks",
      defaultValue = "6",
      description = "of each kind, whose counts are all checked (${DEFAULT-VALUE})")
  private int checks;

  @Option(
      names = "--scrolled",
      defaultValue = "50000",
      description = "products to scroll through, 0 for none (${DEFAULT-VALUE})")
  private int scrolled;

  @Option(names = "--seed", defaultValue = "1", description = "(${DEFAULT-VALUE})")
  private long seed;

  private final RelayJar jar = RelayJar.ofRepository();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final PrintStream out = System.out;

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("windowshop-catalog");
    System.err.println("logs and data in " + work);
    Path csv = work.resolve("products.csv");
    new MadeCatalogue(seed).write(csv, products);
    figure("products", products);
    figure("CSV, MB", Files.size(csv) / 1e6);
    Path data = work.resolve("relay");
    List<Product> all = new ArrayList<>();
    int wrong;
    try {
      importFile(csv, data, work.resolve("import.log"));
      List<Searches.Search> measured;
      Map<Searches.Search, Map<String, Long>> checked;
      long begun = System.nanoTime();
      try (Child relay =
          jar.serve(
              data, work.resolve("relay.log"), List.of("--port", "0", "--limit", "all=off"))) {
        String address = relay.awaitAddress();
        figure("relay's start with them, s", (System.nanoTime() - begun) / 1e9);
        fill(work, address, all);
        figure("products in the client's cache", all.size());
        measured = new Searches(all, seed).of(searches);
        Rest rest = Rest.at(address);
        atRelay(rest, measured);
        checked = counted(all);
        wrong = check("relay", checked, query -> page(rest, query));
      }
      wrong += inCache(work, measured, checked);
      if (scrolled > 0) {
        scroll(work);
      }
    } finally {
      Path file = jar.root().resolve("bench/target/results/catalog.json");
      Files.createDirectories(file.getParent());
      Files.write(file, Json.encodeBytes(figures));
      out.println(file);
    }
    return wrong == 0 && all.size() == products ? 0 : 1;
  }

  private void figure(String name, Object value) {
    figures.put(name, value);
    out.printf(
        Locale.ROOT,
        "%-58s %s%n",
        name,
        value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value);
    out.flush();
  }

  private void times(String name, Times times, double budget) {
    figure(name + ", p50 ms", times.at(0.5));
    figure(name + ", p99 ms", times.at(0.99));
    figure(name + ", longest ms", times.most());
    if (budget > 0) {
      figure(
          name + ", budget p99 " + (int) budget + " ms",
          times.at(0.99) <= budget ? "met" : "MISSED");
    }
  }

  private void importFile(Path csv, Path data, Path log) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (Child run =
        jar.run(
            log,
            List.of(),
            List.of(
                "import",
                csv.toString(),
                "--data",
                data.toString(),
                "--shop",
                "The large shop",
                "--picture-seconds",
                "0"))) {
      System.err.println(run.awaitEnd());
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    figure("import, s", seconds);
    figure("import, products a second", products / seconds);
  }

  /// Everything there is into a client's cache, the way it gets there: page by page as it is shown.
  private void fill(Path work, String address, List<Product> all) {
    long begun = System.nanoTime();
    try (Services services = client(work, address)) {
      CatalogService catalog = services.store().catalog();
      String cursor = null;
      do {
        ProductPage page = catalog.search(ProductQuery.EVERYTHING, cursor).join();
        all.addAll(page.items());
        cursor = page.nextCursor();
      } while (cursor != null);
    }
    figure("all pages into the client's cache, s", (System.nanoTime() - begun) / 1e9);
  }

  private static Services client(Path work, String address) {
    return Services.open(
        Profile.in("bench", work.resolve("client/data"), work.resolve("client/cache")),
        // One folder, whichever relay it is.
        RelayAddress.of(address, false).ofDemo());
  }

  private void atRelay(Rest rest, List<Searches.Search> measured) throws Exception {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    for (int round = 0; round < 2; round++) {
      millis.clear();
      for (Searches.Search search : measured) {
        HttpRequest request =
            HttpRequest.newBuilder(
                    URI.create(rest.address() + "/api/v1" + search.query().path(PAGE, null)))
                .build();
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer =
            rest.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        double took = (System.nanoTime() - begun) / 1e6;
        if (answer.statusCode() != 200) {
          throw new IOException(answer.statusCode() + " " + request.uri());
        }
        millis.computeIfAbsent(search.kind(), kind -> new ArrayList<>()).add(took);
      }
    }
    report("relay over HTTP", millis, RELAY_BUDGET);
  }

  private void report(String where, Map<String, List<Double>> millis, double budget) {
    List<Double> all = millis.values().stream().flatMap(List::stream).toList();
    times(where + ", " + all.size() + " searches", Times.of(all), budget);
    millis.forEach((kind, took) -> {
      Times times = Times.of(took);
      figures.put(where + ": " + kind + ", p50 ms", times.at(0.5));
      figures.put(where + ": " + kind + ", p99 ms", times.at(0.99));
      out.printf(
          Locale.ROOT,
          "  %-56s p50 %.2f, p99 %.2f ms%n",
          where + ": " + kind,
          times.at(0.5),
          times.at(0.99));
    });
  }

  private static ProductPage page(Rest rest, ProductQuery query) {
    try {
      return Json.decode(rest.get(query.path(PAGE, null)), ProductPage.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int inCache(
      Path work, List<Searches.Search> measured, Map<Searches.Search, Map<String, Long>> checked) {
    try (Services services = client(work, "http://127.0.0.1:9")) {
      CatalogService catalog = services.store().catalog();
      long begun = System.nanoTime();
      catalog.searchHere(ProductQuery.EVERYTHING, null);
      figure("client's index made, with the first search, s", (System.nanoTime() - begun) / 1e9);
      Map<String, List<Double>> millis = new LinkedHashMap<>();
      for (int round = 0; round < 2; round++) {
        millis.clear();
        for (Searches.Search search : measured) {
          long asked = System.nanoTime();
          catalog.searchHere(search.query(), null);
          millis
              .computeIfAbsent(search.kind(), kind -> new ArrayList<>())
              .add((System.nanoTime() - asked) / 1e6);
        }
      }
      report("client's cache", millis, CLIENT_BUDGET);
      return check("client's cache", checked, query -> catalog.searchHere(query, null));
    }
  }

  /// What every count of these searches has to be.
  private Map<Searches.Search, Map<String, Long>> counted(List<Product> all) {
    BruteForce truth = new BruteForce(all);
    Map<Searches.Search, Map<String, Long>> counted = new ConcurrentHashMap<>();
    new Searches(all, seed + 1)
        .of(checks).parallelStream()
            .forEach(search -> counted.put(search, truth.facets(search.query())));
    return counted;
  }

  private int check(
      String where,
      Map<Searches.Search, Map<String, Long>> checked,
      java.util.function.Function<ProductQuery, ProductPage> asked) {
    int wrong = 0;
    long counts = 0;
    for (Map.Entry<Searches.Search, Map<String, Long>> each : checked.entrySet()) {
      Searches.Search search = each.getKey();
      Map<String, Long> right = each.getValue();
      Map<String, Long> said = BruteForce.said(asked.apply(search.query()).facets());
      counts += right.size();
      if (!right.equals(said)) {
        wrong++;
        System.err.println(where + ", " + search + ": " + differences(right, said));
      }
    }
    figure(where + ": queries whose counts were all checked", checked.size());
    figure(where + ": counts checked", counts);
    figure(where + ": queries with a wrong count", wrong);
    return wrong;
  }

  private static List<String> differences(Map<String, Long> right, Map<String, Long> said) {
    List<String> names = new ArrayList<>(right.keySet());
    said.keySet().stream().filter(name -> !right.containsKey(name)).forEach(names::add);
    return names.stream()
        .filter(name -> !java.util.Objects.equals(right.get(name), said.get(name)))
        .limit(12)
        .map(name -> name + " is " + right.get(name) + ", said " + said.get(name))
        .toList();
  }

  private void scroll(Path work) throws IOException, InterruptedException {
    if (System.getenv("DISPLAY") == null) {
      figure("scrolled on", "JavaFX's headless platform");
    }
    try (Child window =
        FrameRun.window(
            jar,
            work.resolve("scroll.log"),
            ScrollMain.class,
            work.resolve("client").toString(),
            Integer.toString(scrolled))) {
      Map<?, ?> said = Json.decode(window.awaitEnd(), Map.class);
      said.forEach((name, value) -> figure("scrolling: " + name, value));
      figure(
          "scrolling: budget p95 " + (int) FrameRun.BUDGET + " ms",
          FrameRun.met(said) ? "met" : "MISSED");
    }
  }
}
