package dev.windowshop.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.bench.Child;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.load.Load;
import dev.windowshop.bench.load.LoadMain;
import dev.windowshop.bench.load.ServerProcess;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `fanout`: one message to a room of N, durable before it is acknowledged, at the relay and at the
/// Node reference, in turns.
@Command(
    name = "fanout",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Message fan-out of the relay beside the Node reference on the same work.")
public final class FanoutCommand implements Callable<Integer> {
  private static final int WINDOW = 4;
  private static final int MOST_SENDERS = 50;

  @Option(
      names = "--rooms",
      split = ",",
      defaultValue = "10,200,1000",
      description = "sizes of the rooms (${DEFAULT-VALUE})")
  private List<Integer> rooms;

  @Option(
      names = "--modes",
      split = ",",
      defaultValue = "PACED,SATURATED,IDLE",
      description = "what is measured (${DEFAULT-VALUE})")
  private List<Measured.Mode> modes;

  @Option(
      names = "--servers",
      split = ",",
      defaultValue = "relay,node",
      description = "which servers (${DEFAULT-VALUE})")
  private List<String> servers;

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "runs of each, in turns (${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "measured seconds of a run (${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--warmup",
      defaultValue = "2",
      description = "seconds before them (${DEFAULT-VALUE})")
  private double warmup;

  @Option(
      names = "--first-warmup",
      defaultValue = "10",
      description = "seconds of saturation before the first run of a server (${DEFAULT-VALUE})")
  private double firstWarmup;

  @Option(
      names = "--paced",
      defaultValue = "20000",
      description = "deliveries a second when paced, at most 500 messages (${DEFAULT-VALUE})")
  private double paced;

  @Option(
      names = "--memory",
      defaultValue = "true",
      fallbackValue = "true",
      arity = "0..1",
      description = "also measure idle connections (${DEFAULT-VALUE})")
  private boolean memory;

  @Option(names = "--relay-option", description = "an option of the relay's serve, given as it is")
  private List<String> relayOptions = new ArrayList<>();

  private final RelayJar jar = RelayJar.ofRepository();
  private final List<Measured> measured = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("windowshop-fanout");
    System.err.println("logs and data in " + work);
    List<Target> targets = new ArrayList<>();
    try (Child load = load(work)) {
      for (String server : servers) {
        targets.add(start(server, Files.createDirectories(work.resolve(server)), rooms, List.of()));
      }
      for (Target target : targets) {
        ask(load, job(target, rooms.getFirst(), Measured.Mode.SATURATED, firstWarmup, 0.1));
      }
      for (int run = 0; run < runs; run++) {
        for (int room : rooms) {
          for (Measured.Mode mode : modes) {
            for (Target target : run % 2 == 0 ? targets : targets.reversed()) {
              measure(load, target, room, mode);
            }
          }
        }
      }
    } finally {
      for (Target target : targets) {
        target.close();
      }
    }
    List<IdleMemory> idle =
        memory ? IdleMemory.measure(servers, this::start, jar, work) : List.of();
    FanoutTable table = new FanoutTable(measured);
    System.out.println();
    table.print(System.out);
    idle.forEach(one -> one.print(System.out));
    System.out.println(write(idle));
    return 0;
  }

  private Child load(Path work) throws IOException {
    return jar.beside(
        work.resolve("load.log"), List.of("-XX:+UseSerialGC", "-Xmx1g"), LoadMain.class);
  }

  private Target start(String server, Path work, List<Integer> sizes, List<String> flags)
      throws IOException, InterruptedException {
    System.err.println("starting " + server);
    return switch (server) {
      case "relay" -> RelayTarget.start(jar, work, sizes, flags, relayOptions);
      case "node" -> NodeTarget.start(jar.root(), work, sizes);
      default -> throw new IllegalArgumentException("no server is called " + server);
    };
  }

  private void measure(Child load, Target target, int room, Measured.Mode mode) throws IOException {
    Load.Result result = ask(load, job(target, room, mode, warmup, seconds));
    Measured one = new Measured(target.name(), room, mode, result);
    measured.add(one);
    System.err.printf(
        Locale.ROOT,
        "room %4d %-9s %-5s %9.0f deliveries/s  p50 %7.2f  p99 %7.2f ms  %6.2f CPU s/million"
            + "  (load client %.0f%% of a core, missing %d, refused %d %s)%n",
        room,
        mode.name().toLowerCase(Locale.ROOT),
        target.name(),
        one.deliveriesPerSecond(),
        result.p50(),
        result.p99(),
        one.cpuSecondsPerMillion(),
        100 * result.clientCpuSeconds() / result.seconds(),
        result.missing(),
        result.refused(),
        result.firstRefusal() == null ? "" : result.firstRefusal());
  }

  private static Load.Result ask(Child load, Load job) throws IOException {
    JsonNode answer = Json.decode(load.ask(Json.encode(job)), JsonNode.class);
    if (answer.has("failed")) {
      throw new IOException("a load failed: " + answer.path("failed").asText());
    }
    return Json.decode(answer, Load.Result.class);
  }

  private Load job(Target target, int room, Measured.Mode mode, double before, double during) {
    double perSecond =
        switch (mode) {
          case SATURATED -> 0;
          case PACED -> Math.min(500, paced / room);
          case IDLE -> 20;
        };
    return new Load(
        target.pid(),
        target.address(),
        target.tokens().subList(0, room),
        target.rooms().get(room),
        Math.min(room, MOST_SENDERS),
        WINDOW,
        perSecond,
        (int) (before * 1000),
        (int) (during * 1000));
  }

  private Path write(List<IdleMemory> idle) throws IOException {
    Path file = jar.root().resolve("bench/target/results/fanout.json");
    Files.createDirectories(file.getParent());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("benchmark", "fanout");
    all.put("at", Instant.now().toString());
    all.put("cores", Runtime.getRuntime().availableProcessors());
    all.put("runs", measured);
    all.put("idle", idle);
    Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    return file;
  }

  /// Starts one server by name.
  interface Starter {
    /// @param flags of its JVM, if it has one
    Target start(String server, Path work, List<Integer> sizes, List<String> flags)
        throws IOException, InterruptedException;
  }

  static ServerProcess process(Target target) {
    return new ServerProcess(target.pid());
  }
}
