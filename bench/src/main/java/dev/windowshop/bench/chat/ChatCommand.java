package dev.windowshop.bench.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.bench.Child;
import dev.windowshop.bench.FrameRun;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.Rest;
import dev.windowshop.client.app.Services;
import dev.windowshop.client.chat.ChatService;
import dev.windowshop.client.chat.MessageQuery;
import dev.windowshop.client.chat.OpenConversation;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.protocol.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What conversations cost the app.
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Opening, going back and finding in a long conversation; sending; catching up.")
public final class ChatCommand implements Callable<Integer> {
  private static final String PASSWORD = "correct horse battery";

  @Option(
      names = "--messages",
      defaultValue = "100000",
      description = "of the long conversation (${DEFAULT-VALUE})")
  private int messages;

  @Option(
      names = "--sends",
      defaultValue = "1000",
      description = "messages sent one after the other (${DEFAULT-VALUE})")
  private int sends;

  @Option(
      names = "--pause",
      defaultValue = "50",
      description =
          "between two of them, so that the relay is idle again, in ms (${DEFAULT-VALUE})")
  private int pause;

  @Option(
      names = "--conversations",
      defaultValue = "50",
      description = "in which something is missed (${DEFAULT-VALUE})")
  private int conversations;

  @Option(
      names = "--missed",
      defaultValue = "10000",
      description = "messages missed in all of them (${DEFAULT-VALUE})")
  private int missed;

  @Option(
      names = "--relay",
      description = "a relay that runs already, without limits; else one is started")
  private @Nullable String relay;

  private final Map<String, Object> figures = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("windowshop-chat");
    System.err.println("logs and data in " + work);
    if (relay != null) {
      measure(work, relay);
    } else {
      try (Child child =
          RelayJar.ofRepository()
              .serve(
                  work.resolve("relay"),
                  work.resolve("relay.log"),
                  List.of("--port", "0", "--limit", "all=off"))) {
        measure(work, child.awaitAddress());
      }
    }
    Path file = RelayJar.ofRepository().root().resolve("bench/target/results/chat.json");
    Files.createDirectories(file.getParent());
    Files.write(file, Json.encodeBytes(figures));
    return 0;
  }

  private void measure(Path work, String address) throws Exception {
    String mark = Long.toString(System.nanoTime(), 36);
    Rest ana = signUp(address, "ana" + mark);
    signUp(address, "ben" + mark);
    String bensId = id(ana, "ben" + mark);
    String id =
        ana.post("/conversations", Map.of("kind", "direct", "userId", bensId)).path("id").asText();
    try (Services anas = client(work.resolve("ana"), address, "ana" + mark);
        Services bens = client(work.resolve("ben"), address, "ben" + mark)) {
      sending(anas.chat(), bens.chat(), id);
    }
    long begun = System.nanoTime();
    Writers.fill(ana, List.of(id), messages);
    System.err.printf(Locale.ROOT, "written: %d messages in %.1f s%n", messages, seconds(begun));
    try (Services bens = client(work.resolve("ben"), address, "ben" + mark)) {
      longConversation(bens.chat(), id);
    }
    try (Services bens = client(work.resolve("ben"), address, "ben" + mark)) {
      opening(bens.chat(), id);
    }
    scrolling(work, address, id);
    catchingUp(work, address, mark, ana);
  }

  private void sending(ChatService from, ChatService to, String id) throws Exception {
    await(to.conversations(), all -> all.stream().anyMatch(c -> c.id().equals(id)));
    List<Double> millis = new ArrayList<>();
    try (OpenConversation seen = to.open(id)) {
      for (int n = -100; n < sends; n++) {
        String text = "sent " + n;
        CompletableFuture<Long> arrived = new CompletableFuture<>();
        try (var unused =
            seen.state()
                .observe(state -> {
                  if (!state.messages().isEmpty()
                      && text.equals(state.messages().getLast().content())) {
                    arrived.complete(System.nanoTime());
                  }
                })) {
          long begun = System.nanoTime();
          from.send(id, text);
          long at = arrived.get(60, TimeUnit.SECONDS);
          // The first ones warm both up.
          if (n >= 0) {
            millis.add((at - begun) / 1e6);
          }
          Thread.sleep(pause);
        }
      }
    }
    row("send to seen by the other client, ms", millis);
  }

  private void longConversation(ChatService chat, String id) throws Exception {
    try (OpenConversation open = chat.open(id)) {
      await(open.state(), state -> state.conversation().seq() >= messages);
      long begun = System.nanoTime();
      open.reach(1);
      await(
          open.state(),
          state -> !state.messages().isEmpty() && state.messages().getFirst().seq() == 1);
      one("all history into the cache, s", seconds(begun));
    }
  }

  private void opening(ChatService chat, String id) throws Exception {
    await(chat.conversations(), all -> all.stream().anyMatch(c -> c.id().equals(id)));
    List<Double> first = new ArrayList<>();
    List<Double> back = new ArrayList<>();
    List<Double> jumps = new ArrayList<>();
    for (int run = -5; run < 50; run++) {
      long begun = System.nanoTime();
      try (OpenConversation open = chat.open(id)) {
        await(open.state(), state -> !state.messages().isEmpty());
        double opened = seconds(begun) * 1000;
        int shown = size(open);
        begun = System.nanoTime();
        open.loadOlder();
        await(open.state(), state -> state.messages().size() > shown);
        double older = seconds(begun) * 1000;
        long target = 30 + (run + 5L) * messages / 60;
        begun = System.nanoTime();
        open.reach(target);
        await(open.state(), state -> state.messages().stream().anyMatch(m -> m.seq() == target));
        if (run >= 0) {
          first.add(opened);
          back.add(older);
          jumps.add(seconds(begun) * 1000);
        }
      }
    }
    row("open it, from the cache, ms", first);
    row("50 more above, ms", back);
    row("jump to a place far back, ms", jumps);
    for (String words : List.of("zeppelin", "smoked lamp", "lamp", "qqqqqq", "zu")) {
      List<Double> found = new ArrayList<>();
      for (int run = -5; run < 50; run++) {
        long begun = System.nanoTime();
        chat.search().find(MessageQuery.of(words, ZoneOffset.UTC), 100).get(60, TimeUnit.SECONDS);
        if (run >= 0) {
          found.add(seconds(begun) * 1000);
        }
      }
      row("find '" + words + "' (first 100), ms", found);
    }
  }

  private void scrolling(Path work, String address, String id) throws Exception {
    try (Child window =
        FrameRun.window(
            RelayJar.ofRepository(),
            work.resolve("scroll.log"),
            ScrollMain.class,
            work.resolve("ben").toString(),
            address,
            id)) {
      Map<?, ?> said = Json.decode(window.awaitEnd(), Map.class);
      said.forEach((name, value) -> one("scrolling it: " + name, ((Number) value).doubleValue()));
      System.out.printf(
          Locale.ROOT,
          "scrolling it: budget p95 %.0f ms %s%n",
          FrameRun.BUDGET,
          FrameRun.met(said) ? "met" : "MISSED");
    }
  }

  private static int size(OpenConversation open) {
    OpenConversation.State state = open.state().value();
    return state == null ? 0 : state.messages().size();
  }

  private void catchingUp(Path work, String address, String mark, Rest ana) throws Exception {
    signUp(address, "cleo" + mark);
    String cleosId = id(ana, "cleo" + mark);
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < conversations; n++) {
      ids.add(
          ana.post(
                  "/conversations",
                  Map.of("kind", "group", "name", "Group " + n, "memberIds", List.of(cleosId)))
              .path("id")
              .asText());
    }
    Writers.fill(ana, ids, 5);
    try (CountingProxy proxy = new CountingProxy(address)) {
      try (Services cleos = client(work.resolve("cleo"), proxy.address(), "cleo" + mark)) {
        await(cleos.chat().conversations(), all -> all.size() >= conversations);
        for (String id : ids) {
          try (OpenConversation open = cleos.chat().open(id)) {
            await(open.state(), state -> state.messages().size() >= 5);
          }
        }
      }
      Writers.fill(ana, ids, missed / conversations);
      long least = 5 + missed / conversations;
      long bytes = proxy.bytes();
      long begun = System.nanoTime();
      try (Services cleos = client(work.resolve("cleo"), proxy.address(), "cleo" + mark)) {
        await(
            cleos.chat().conversations(),
            all -> all.size() >= conversations && all.stream().allMatch(c -> c.seq() >= least));
        one(
            "sync of " + missed + " missed in " + conversations + " conversations, s",
            seconds(begun));
        one("bytes of it on the wire, both ways, kB", (proxy.bytes() - bytes) / 1000.0);
      }
    }
  }

  private static Services client(Path folder, String address, String name) throws Exception {
    Services services =
        Services.open(
            Profile.in("bench", folder.resolve("data"), folder.resolve("cache")),
            RelayAddress.of(address, false));
    services.core().start();
    if (services.core().relay().session().tokens() == null) {
      services.core().account().signIn(name, PASSWORD).get(60, TimeUnit.SECONDS);
    }
    return services;
  }

  private static Rest signUp(String address, String name) throws Exception {
    Rest guest = Rest.at(address);
    JsonNode answer =
        guest.post(
            "/auth/signup",
            Map.of("email", name + "@example.org", "username", name, "password", PASSWORD));
    return guest.as(answer.path("accessToken").asText());
  }

  private static String id(Rest asking, String name) throws Exception {
    return asking.get("/users?q=" + name).path("items").path(0).path("id").asText();
  }

  private static <T> void await(Live<T> live, Predicate<? super T> wanted) throws Exception {
    CompletableFuture<T> found = new CompletableFuture<>();
    try (var unused =
        live.observe(value -> {
          if (wanted.test(value)) {
            found.complete(value);
          }
        })) {
      found.get(10, TimeUnit.MINUTES);
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private void one(String name, double value) {
    figures.put(name, value);
    System.out.printf(Locale.ROOT, "%-58s %10.2f%n", name, value);
  }

  private void row(String name, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double p50 = sorted[sorted.length / 2];
    double p99 = sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.99))];
    figures.put(
        name, Map.of("p50", p50, "p99", p99, "samples", Arrays.stream(sorted).boxed().toList()));
    System.out.printf(Locale.ROOT, "%-46s p50 %8.2f  p99 %8.2f%n", name, p50, p99);
  }
}
