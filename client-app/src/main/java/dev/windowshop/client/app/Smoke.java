package dev.windowshop.client.app;

import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.AppVersion;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.fx.FxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `app --smoke FILE`: the whole application, walked through once by a program, with a report. It
/// leaves nothing behind but the report, its screenshots, and at the relay a conversation.
final class Smoke {
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final Duration ENDING = Duration.ofSeconds(15);

  private final RelayAddress relay;
  private final Path file;
  private final List<SmokeAccount> accounts;
  private final Duration talk;

  // Written by the walking thread, read once it has ended.
  private final List<SmokeReport.Step> steps = new ArrayList<>();
  private final Map<String, Long> memory = new LinkedHashMap<>();
  private SmokeReport.@Nullable Talk talked;

  private final CountDownLatch seen = new CountDownLatch(1);
  private final CountDownLatch walked = new CountDownLatch(1);

  /// @param file where the report goes; screenshots go beside it
  Smoke(RelayAddress relay, Path file, List<SmokeAccount> accounts, Duration talk) {
    this.relay = relay;
    this.file = file.toAbsolutePath();
    this.accounts = accounts;
    this.talk = talk;
  }

  /// @return the process's exit code: 0 when every step went well
  int run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("windowshop-smoke-");
    Files.createDirectories(pictures());
    limit();
    try {
      SmokeClient shopper =
          new SmokeClient("shopper", accounts.getFirst(), relay, folder, SoundAccess.LISTENING);
      SmokeClient partner =
          new SmokeClient("partner", accounts.getLast(), relay, folder, SoundAccess.TONE);
      Windowshop.run(shopper::services, null, shown -> walk(shown, shopper, partner));
      walked.await();
      partner.services().close();
      step("end", () -> ended(shopper, partner));
      return finish();
    } finally {
      remove(folder);
    }
  }

  private void walk(Windowshop.Shown shown, SmokeClient shopper, SmokeClient partner) {
    shown.window().window().onUsefulFrame(seen::countDown);
    Thread.ofPlatform()
        .name("smoke")
        .uncaughtExceptionHandler(Workers::uncaught)
        .start(() -> {
          try {
            SmokeScreen screen = new SmokeScreen(shown.window().window()::scene, pictures());
            walk(new SmokeWalk(shown, shopper, partner, screen, talk), shopper);
            if (failed()) {
              screen.keep("failed");
            }
          } catch (IOException e) {
            Workers.uncaught(Thread.currentThread(), e);
          } finally {
            partner.erase();
            shopper.erase();
            FxThread.run(shown.window().window()::close);
            walked.countDown();
          }
        });
  }

  private void walk(SmokeWalk walk, SmokeClient shopper) {
    boolean on =
        step(
            "start",
            () -> {
              if (!seen.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no frame of use within 60 s");
              }
              return "the first frame of use";
            });
    on = on && step("home", walk::home);
    on = on && step("sign in", walk::signIn);
    on = on && step("product", walk::product);
    on = on && step("chat", walk::chat);
    on =
        on
            && step(
                "call",
                () -> {
                  SmokeReport.Talk measured = walk.call();
                  talked = measured;
                  return measured.framesPerSecond() + " pictures a second";
                });
    if (on) {
      remember(shopper);
      step("hang up", walk::hangUp);
    }
  }

  private boolean failed() {
    synchronized (steps) {
      return steps.stream().anyMatch(step -> !step.ok());
    }
  }

  private void remember(SmokeClient shopper) {
    Long own = SmokeReport.residentKiB(ProcessHandle.current().pid());
    if (own != null) {
      memory.put("app", own);
    }
    for (long pid : shopper.mediaProcesses()) {
      Long child = SmokeReport.residentKiB(pid);
      if (child != null) {
        memory.put("media", child);
      }
    }
  }

  private static String ended(SmokeClient... clients) throws InterruptedException {
    int count = 0;
    long end = System.nanoTime() + ENDING.toNanos();
    for (SmokeClient client : clients) {
      Set<Long> processes = client.mediaProcesses();
      count += processes.size();
      for (long pid : processes) {
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
          if (System.nanoTime() > end) {
            throw new IllegalStateException("the media process " + pid + " did not end");
          }
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
    }
    return count + " media processes ended";
  }

  /// @return whether it went well
  private boolean step(String name, Callable<String> work) {
    long began = System.nanoTime();
    boolean ok = true;
    String detail;
    try {
      detail = work.call();
    } catch (Exception e) {
      ok = false;
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      detail = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
    long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    SmokeReport.Step step = new SmokeReport.Step(name, ok, ms, detail);
    synchronized (steps) {
      steps.add(step);
    }
    System.out.printf("%-8s %s (%d ms): %s%n", ok ? "ok" : "FAILED", name, ms, detail);
    return ok;
  }

  private int finish() throws IOException {
    SmokeReport report;
    synchronized (steps) {
      boolean ok = talked != null && steps.stream().allMatch(SmokeReport.Step::ok);
      report =
          new SmokeReport(
              ok,
              AppVersion.here(),
              relay.base(),
              SmokeReport.systemHere(),
              System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
              SmokeReport.Cache.here(),
              Timing.marks(),
              Collections.unmodifiableMap(memory),
              talked,
              List.copyOf(steps));
    }
    report.write(file);
    return report.ok() ? 0 : 1;
  }

  /// Whatever hangs, there is a report and an end.
  private void limit() {
    Thread.ofPlatform()
        .name("smoke-limit")
        .daemon()
        .start(() -> {
          try {
            TimeUnit.NANOSECONDS.sleep(LIMIT.toNanos());
            step(
                "limit",
                () -> {
                  throw new IllegalStateException(
                      "not done within " + LIMIT.toMinutes() + " minutes");
                });
            finish();
          } catch (InterruptedException | IOException e) {
            Workers.uncaught(Thread.currentThread(), e);
          } finally {
            Runtime.getRuntime().halt(1);
          }
        });
  }

  /// A folder named like the report.
  private Path pictures() {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    return file.resolveSibling(name + "-pictures");
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(path -> {
            try {
              Files.deleteIfExists(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
