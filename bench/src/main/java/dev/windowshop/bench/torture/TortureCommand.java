package dev.windowshop.bench.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.bench.Child;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.Rest;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torture`: kills the relay again and again under senders whose lines are bad, and counts.
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Kills the relay under load, cuts its clients' lines, and counts what was lost,"
            + " duplicated, misordered or undone, and where a client has something else than"
            + " the relay. Exits with 1 unless all of that is 0.")
public final class TortureCommand implements Callable<Integer> {
  @Option(
      names = "--senders",
      defaultValue = "200",
      description = "people who write (${DEFAULT-VALUE})")
  private int senders;

  @Option(
      names = "--group",
      defaultValue = "20",
      description = "people in a small group; one more group has everybody (${DEFAULT-VALUE})")
  private int group;

  @Option(
      names = "--kills",
      defaultValue = "20",
      description = "times that the relay is killed with SIGKILL (${DEFAULT-VALUE})")
  private int kills;

  @Option(
      names = "--life",
      defaultValue = "3",
      description = "seconds that the relay lives between them, on average (${DEFAULT-VALUE})")
  private double life;

  @Option(
      names = "--database",
      description = "where the relay keeps its data, as its own option (SQLite in a new folder)")
  private @Nullable String database;

  @Option(names = "--seed", description = "of chance, to see the same faults again")
  private @Nullable Long seed;

  private final RelayJar jar = RelayJar.ofRepository();

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("windowshop-torture");
    long chance = seed == null ? System.nanoTime() : seed;
    SplittableRandom random = new SplittableRandom(chance);
    int port = freePort();
    Rest direct = Rest.at("http://127.0.0.1:" + port);
    say("seed %d, logs and data in %s", chance, work);
    Child relay = serve(work, port);
    try (BadLine bad = new BadLine(port, random.nextLong())) {
      List<TortureClient> clients = people(direct, bad, random);
      List<Thread> threads =
          clients.stream()
              .map(client -> Thread.ofVirtual().name("sender").start(client::run))
              .toList();
      for (int kill = 1; kill <= kills; kill++) {
        Thread.sleep((long) (life * 1000 * random.nextDouble(0.3, 1.7)));
        relay.kill();
        long start = System.nanoTime();
        relay = serve(work, port);
        say("killed %d of %d, back after %.1f s", kill, kills, (System.nanoTime() - start) / 1e9);
      }
      Thread.sleep((long) (life * 1000));
      clients.forEach(TortureClient::stop);
      for (Thread thread : threads) {
        thread.join();
      }
      Map<String, Holdings.State> truth = truth(direct, clients);
      for (TortureClient client : clients) {
        client.finalSync(direct);
      }
      return report(clients, bad, Verdict.of(clients, truth), chance);
    } finally {
      relay.close();
    }
  }

  private Child serve(Path work, int port) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--port", Integer.toString(port), "--token-minutes", "600", "--limit", "all=off"));
    if (database != null) {
      options.addAll(List.of("--database", database));
    }
    Child child = jar.serve(work.resolve("data"), work.resolve("relay.log"), options);
    child.awaitAddress();
    return child;
  }

  private List<TortureClient> people(Rest direct, BadLine bad, SplittableRandom random)
      throws IOException, InterruptedException {
    say("signing up %d people", senders);
    List<String> tokens = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    String run = Long.toString(System.currentTimeMillis(), 36);
    for (int i = 0; i < senders; i++) {
      String name = "t" + run + "n" + i;
      JsonNode signedUp =
          direct.post(
              "/auth/signup",
              Map.of(
                  "email",
                  name + "@example.org",
                  "username",
                  name,
                  "password",
                  "correct horse battery staple"));
      tokens.add(signedUp.path("accessToken").asText());
      ids.add(signedUp.path("user").path("id").asText());
    }
    String everybody = group(direct, tokens.getFirst(), ids);
    Rest bent = Rest.at("http://127.0.0.1:" + bad.port());
    List<TortureClient> clients = new ArrayList<>();
    for (int from = 0; from < senders; from += group) {
      int to = Math.min(senders, from + group);
      String own = group(direct, tokens.get(from), ids.subList(from, to));
      for (int i = from; i < to; i++) {
        clients.add(
            new TortureClient(
                "n" + i,
                ids.get(i),
                tokens.get(i),
                List.of(own, everybody),
                bad.port(),
                bent,
                random.nextLong()));
      }
    }
    return clients;
  }

  private static String group(Rest direct, String ownersToken, List<String> ids)
      throws IOException, InterruptedException {
    return direct
        .as(ownersToken)
        .post(
            "/conversations",
            Map.of(
                "kind",
                "group",
                "name",
                "Group of " + ids.size(),
                "memberIds",
                ids.subList(1, ids.size()),
                "maxMembers",
                Math.max(2, ids.size())))
        .path("id")
        .asText();
  }

  /// What the relay answers somebody who has nothing yet.
  private static Map<String, Holdings.State> truth(Rest direct, List<TortureClient> clients)
      throws IOException, InterruptedException {
    Map<String, Holdings.State> truth = new TreeMap<>();
    for (TortureClient client : clients) {
      for (String id : client.conversationIds()) {
        if (!truth.containsKey(id)) {
          truth.put(id, client.fetchAnew(direct, id));
        }
      }
    }
    return truth;
  }

  private int report(List<TortureClient> clients, BadLine bad, Verdict verdict, long chance)
      throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("benchmark", "torture");
    figures.put("at", Instant.now().toString());
    figures.put("database", database == null ? "sqlite" : "given");
    figures.put("seed", chance);
    figures.put("senders", senders);
    figures.put("kills", kills);
    figures.put("connections", bad.connections.sum());
    figures.put("cut", bad.cut.sum());
    figures.put("truncated", bad.truncated.sum());
    figures.put("delayedChunks", bad.delayed.sum());
    figures.put("resent", clients.stream().mapToLong(TortureClient::resends).sum());
    figures.put("refused", clients.stream().mapToLong(c -> c.refusals().size()).sum());
    figures.put("acknowledged", verdict.acked());
    figures.put("held", verdict.held());
    figures.put("edits", clients.stream().mapToLong(c -> c.changing().edits().size()).sum());
    figures.put(
        "deletions", clients.stream().mapToLong(c -> c.changing().deletions().size()).sum());
    figures.put(
        "reactions", clients.stream().mapToLong(c -> c.changing().reactions().size()).sum());
    figures.put("readMarks", clients.stream().mapToLong(c -> c.read().size()).sum());
    figures.put("changes", clients.stream().mapToLong(c -> c.changing().count()).sum());
    figures.put("changesAgain", clients.stream().mapToLong(c -> c.changing().repeated()).sum());
    figures.put("changesRefused", clients.stream().mapToLong(c -> c.changing().refused()).sum());
    figures.put("lost", verdict.lost());
    figures.put("duplicated", verdict.duplicated());
    figures.put("misordered", verdict.misordered());
    figures.put("undone", verdict.undone());
    figures.put("differing", verdict.differing());
    System.out.println();
    figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-14s %s%n", name, value));
    verdict.examples().forEach(System.out::println);
    clients.stream()
        .flatMap(client -> client.refusals().stream())
        .distinct()
        .forEach(type -> System.out.println("refused with " + type));
    Path file = jar.root().resolve("bench/target/results/torture.json");
    Files.createDirectories(file.getParent());
    Files.write(file, Json.encodeBytes(figures));
    System.out.println(file);
    return verdict.isClean() && verdict.acked() > 0 ? 0 : 1;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void say(String format, Object... args) {
    System.err.printf(Locale.ROOT, format + "%n", args);
  }
}
