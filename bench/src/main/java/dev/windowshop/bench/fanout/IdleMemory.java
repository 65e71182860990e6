package dev.windowshop.bench.fanout;

import dev.windowshop.bench.Child;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.load.Load;
import dev.windowshop.bench.load.LoadMain;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a fresh server holds for more and more connections that are authenticated and silent. Each
/// of its users has several, as people with several devices do.
///
/// A Java heap grows and shrinks by more than the connections need. The relay gets one of a fixed
/// size, all of it resident from the start, and what is free in it after a collection is taken off
/// the resident size of the process: what is left is the live heap and everything outside it.
///
/// @param connections how many there were at each step
/// @param heldKb and what the process held then
record IdleMemory(String server, List<Integer> connections, List<Long> heldKb) {
  private static final int USERS = 200;
  private static final List<String> FIXED_HEAP =
      List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");
  private static final Pattern HEAP = Pattern.compile("committed (\\d+)K, used (\\d+)K");
  private static final List<Integer> STEPS = List.of(0, 100, 1000, 2000, 3000);

  static List<IdleMemory> measure(
      List<String> servers, FanoutCommand.Starter starter, RelayJar jar, Path work)
      throws IOException, InterruptedException {
    List<IdleMemory> all = new ArrayList<>();
    for (String server : servers) {
      Path folder = Files.createDirectories(work.resolve(server + "-idle"));
      try (Target target = starter.start(server, folder, List.of(USERS), FIXED_HEAP)) {
        all.add(measure(target, jar, folder));
      }
    }
    return all;
  }

  private static IdleMemory measure(Target target, RelayJar jar, Path folder)
      throws IOException, InterruptedException {
    List<Child> loads = new ArrayList<>();
    List<Long> held = new ArrayList<>();
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
        held.add(FanoutCommand.process(target).residentKb() - freeHeapKb(target));
      }
    } finally {
      for (Child load : loads) {
        load.close();
      }
    }
    IdleMemory one = new IdleMemory(target.name(), STEPS, held);
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

  private static long freeHeapKb(Target target) throws IOException, InterruptedException {
    if (!target.name().equals("relay")) {
      return 0;
    }
    jcmd(target, "GC.run");
    String heap = jcmd(target, "GC.heap_info");
    Matcher sizes = HEAP.matcher(heap);
    if (!sizes.find()) {
      throw new IOException("jcmd tells no size of the heap: " + heap);
    }
    return Long.parseLong(sizes.group(1)) - Long.parseLong(sizes.group(2));
  }

  private static String jcmd(Target target, String command)
      throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(tool, Long.toString(target.pid()), command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }

  double kbPerConnection() {
    int first = connections.indexOf(1000);
    int last = connections.size() - 1;
    return (double) (heldKb.get(last) - heldKb.get(first))
        / (connections.get(last) - connections.get(first));
  }

  double kbPerConnectionFromEmpty() {
    int thousand = connections.indexOf(1000);
    return (heldKb.get(thousand) - heldKb.getFirst()) / 1000.0;
  }

  void print(PrintStream out) {
    out.printf(Locale.ROOT, "%-6s holds", server);
    for (int i = 0; i < connections.size(); i++) {
      out.printf(Locale.ROOT, "  %d: %.1f MB", connections.get(i), heldKb.get(i) / 1024.0);
    }
    out.printf(
        Locale.ROOT,
        "  (%.1f kB a connection for the first thousand, %.1f for those after it)%n",
        kbPerConnectionFromEmpty(),
        kbPerConnection());
  }
}
