package dev.windowshop.bench.fanout;

import dev.windowshop.bench.Child;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.load.Load;
import dev.windowshop.bench.load.LoadMain;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Resident memory of a fresh server with more and more connections that are authenticated and
/// silent. Each of its users has several, as people with several devices do.
///
/// @param connections how many there were at each step
/// @param residentKb and what the process held then
record IdleMemory(String server, List<Integer> connections, List<Long> residentKb) {
  private static final int USERS = 200;
  private static final List<Integer> STEPS = List.of(0, 100, 1000, 2000, 3000);

  static List<IdleMemory> measure(
      List<String> servers, FanoutCommand.Starter starter, RelayJar jar, Path work)
      throws IOException, InterruptedException {
    List<IdleMemory> all = new ArrayList<>();
    for (String server : servers) {
      Path folder = Files.createDirectories(work.resolve(server + "-idle"));
      try (Target target = starter.start(server, folder, List.of(USERS))) {
        all.add(measure(target, jar, folder));
      }
    }
    return all;
  }

  private static IdleMemory measure(Target target, RelayJar jar, Path folder)
      throws IOException, InterruptedException {
    List<Child> loads = new ArrayList<>();
    List<Long> resident = new ArrayList<>();
    try {
      int before = 0;
      for (int step : STEPS) {
        if (step > before) {
          Child load =
              jar.beside(
                  folder.resolve("load.log"),
                  List.of("-XX:+UseSerialGC", "-Xmx512m"),
                  LoadMain.class);
          loads.add(load);
          String answer = load.ask(Json.encode(idle(target, step - before)));
          if (!answer.contains("connected")) {
            throw new IOException(answer);
          }
          before = step;
        }
        collectGarbage(target);
        resident.add(FanoutCommand.process(target).residentKb());
      }
    } finally {
      for (Child load : loads) {
        load.close();
      }
    }
    IdleMemory one = new IdleMemory(target.name(), STEPS, resident);
    one.print(System.err);
    return one;
  }

  private static Load idle(Target target, int count) {
    List<String> tokens = new ArrayList<>();
    while (tokens.size() < count) {
      tokens.addAll(target.tokens());
    }
    Collections.rotate(tokens, -count);
    return new Load(target.pid(), target.address(), tokens.subList(0, count), null, 0, 0, 0, 0, 0);
  }

  /// What is garbage is not held for the connections; where the JVM's tool is not at hand it counts
  /// as if it were.
  private static void collectGarbage(Target target) throws IOException, InterruptedException {
    if (target.name().equals("relay")) {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      if (Files.isExecutable(jcmd)) {
        new ProcessBuilder(jcmd.toString(), Long.toString(target.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      }
    }
  }

  double kbPerConnection() {
    int first = connections.indexOf(1000);
    int last = connections.size() - 1;
    return (double) (residentKb.get(last) - residentKb.get(first))
        / (connections.get(last) - connections.get(first));
  }

  double kbPerConnectionFromEmpty() {
    int thousand = connections.indexOf(1000);
    return (residentKb.get(thousand) - residentKb.getFirst()) / 1000.0;
  }

  void print(PrintStream out) {
    out.printf(Locale.ROOT, "%-6s resident", server);
    for (int i = 0; i < connections.size(); i++) {
      out.printf(Locale.ROOT, "  %d: %.1f MB", connections.get(i), residentKb.get(i) / 1024.0);
    }
    out.printf(
        Locale.ROOT,
        "  (%.1f kB a connection for the first thousand, %.1f for those after it)%n",
        kbPerConnectionFromEmpty(),
        kbPerConnection());
  }
}
