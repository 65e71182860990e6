package dev.windowshop.bench.calls;

import dev.windowshop.bench.Child;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What a call costs, how many pictures come and how old they are; how long the first one takes;
/// whether many calls leave something behind.
@Command(
    name = "calls",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Calls of 2 to 10 beside the bare library; time to the first picture; many in a row.")
public final class CallsCommand implements Callable<Integer> {
  private enum Part {
    PAIRS,
    GROUPS,
    ROW
  }

  @Option(
      names = "--parts",
      split = ",",
      defaultValue = "PAIRS,GROUPS,ROW",
      description = "what to measure (${DEFAULT-VALUE})")
  private List<Part> parts = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "12",
      description = "each scene is measured for (${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warmup",
      defaultValue = "6",
      description = "seconds before that (${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "of each scene, in turn with the bare library (${DEFAULT-VALUE})")
  private int runs;

  @Option(names = "--calls", defaultValue = "100", description = "in a row (${DEFAULT-VALUE})")
  private int calls;

  @Option(
      names = "--cold",
      defaultValue = "5",
      description = "calls whose media processes have to start first (${DEFAULT-VALUE})")
  private int cold;

  private final RelayJar repository = RelayJar.ofRepository();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("windowshop-calls");
    System.err.println("logs and data in " + work);
    if (parts.contains(Part.PAIRS) || parts.contains(Part.GROUPS)) {
      System.out.printf(
          "%-32s %-5s %19s %8s %15s %7s %13s%n",
          "", "", "CPU % of a core", "peers'", "pictures/s", "width", "age, ms");
      System.out.printf(
          "%-32s %-5s %9s %9s %8s %7s %7s %7s %6s %6s%n",
          "", "", "window", "media", "CPU", "median", "least", "", "p50", "p95");
    }
    for (Scene scene : scenes()) {
      for (int run = 0; run < runs; run++) {
        for (boolean bare : new boolean[] {false, true}) {
          measure(work, scene.asBare(bare), run);
        }
      }
    }
    if (parts.contains(Part.ROW)) {
      row(work);
    }
    Path file = repository.root().resolve("bench/target/results/calls.json");
    Files.createDirectories(file.getParent());
    figures.put("at", Instant.now().toString());
    Files.write(file, Json.encodeBytes(figures));
    return 0;
  }

  private List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>();
    if (parts.contains(Part.PAIRS)) {
      scenes.add(scene(2, 640, 360, 30));
      scenes.add(scene(2, 1280, 720, 30));
    }
    if (parts.contains(Part.GROUPS)) {
      scenes.add(scene(3, 640, 360, 30));
      scenes.add(scene(4, 640, 360, 30));
      scenes.add(scene(6, 320, 180, 15));
      scenes.add(scene(10, 320, 180, 15));
    }
    return scenes;
  }

  private Scene scene(int people, int width, int height, int framesPerSecond) {
    return new Scene(false, people, width, height, framesPerSecond, warmUp, seconds);
  }

  private void measure(Path work, Scene scene, int run) throws Exception {
    Seen seen;
    try (Child child = child(work, List.of(), SceneMain.class)) {
      seen = Json.mapper().readValue(child.ask(line(scene)), Seen.class);
    }
    figures.put(scene.words() + (scene.bare() ? ", bare, " : ", ") + run, seen);
    double[] rates = sorted(seen.rates().stream().mapToDouble(Double::doubleValue));
    double[] ages = sorted(seen.ages().stream().mapToDouble(Double::doubleValue));
    System.out.printf(
        Locale.ROOT,
        "%-32s %-5s %9.1f %9.1f %8.1f %7.1f %7.1f %7d %6.1f %6.1f%s%n",
        scene.words(),
        scene.bare() ? "bare" : "",
        seen.windowCpu(),
        seen.mediaCpu(),
        seen.othersCpu(),
        at(rates, 0.5),
        at(rates, 0),
        seen.width(),
        at(ages, 0.5),
        at(ages, 0.95),
        seen.step() == 0 ? "" : "  lowered, step " + seen.step());
  }

  private void row(Path work) throws Exception {
    CallsInARow seen;
    try (Child relay =
            repository.serve(
                work.resolve("relay"),
                work.resolve("relay.log"),
                List.of("--port", "0", "--limit", "all=off"));
        Child child =
            child(
                work, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"), PartyMain.class)) {
      CallsInARow.Order order =
          new CallsInARow.Order(
              relay.awaitAddress(), work.resolve("people").toString(), cold, 5, calls);
      seen = Json.mapper().readValue(child.ask(line(order)), CallsInARow.class);
    }
    figures.put("row", seen);
    System.out.printf("%n%-52s %8s %8s %8s %6s%n", "ms", "p50", "p95", "most", "calls");
    times("click to the first picture, media process to start", seen.cold(), true);
    times("answer to the first picture, media process to start", seen.cold(), false);
    times("click to the first picture", seen.warm(), true);
    times("answer to the first picture", seen.warm(), false);
    System.out.printf(
        "%n%-32s %9s %12s %8s %12s%n", "", "heap MB", "resident MB", "threads", "descriptors");
    machine("window, before", seen.first());
    machine("window, after half of " + calls, seen.middle());
    machine("window, after " + calls + " calls", seen.last());
    machine("its media process, before", seen.mediaFirst());
    machine("its media process, after", seen.mediaLast());
  }

  private static void times(String what, List<Party.Times> times, boolean clicked) {
    ToDoubleFunction<Party.Times> which =
        clicked ? Party.Times::toFirstPicture : Party.Times::afterAnswer;
    double[] sorted = sorted(times.stream().mapToDouble(which));
    System.out.printf(
        Locale.ROOT,
        "%-52s %8.0f %8.0f %8.0f %6d%n",
        what,
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 1),
        sorted.length);
  }

  private static void machine(String what, Machine machine) {
    System.out.printf(
        Locale.ROOT,
        "%-32s %9.1f %12.1f %8d %12d%n",
        what,
        machine.heapMb(),
        machine.residentMb(),
        machine.threads(),
        machine.descriptors());
  }

  private static double[] sorted(DoubleStream samples) {
    return samples.sorted().toArray();
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private Child child(Path work, List<String> flags, Class<?> main) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx512m"));
    all.addAll(flags);
    return repository.beside(work.resolve("children.log"), all, main);
  }

  private static String line(Object order) {
    return new String(Json.encodeBytes(order), java.nio.charset.StandardCharsets.UTF_8);
  }
}
