package dev.windowshop.client.app;

import dev.windowshop.client.account.DemoLogin;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.fx.FxThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The composition root of the desktop application: opens what lies on this machine while the
/// toolkit starts, wires the features, shows the window, and takes everything down in order.
final class Windowshop {
  /// The demo shop's shopper, as the relay's demo makes them.
  private static final DemoLogin SHOPPER = new DemoLogin("Robin", "robin", "windowshop-demo");

  private Windowshop() {}

  /// Returns when the window was closed.
  ///
  /// @param visits what to open in it
  /// @return the process's exit code
  static int run(Profile profile, RelayAddress address, boolean demo, Visits visits)
      throws InterruptedException {
    return run(
        () -> Services.open(profile, demo ? address.ofDemo() : address),
        demo ? SHOPPER : null,
        shown -> visits.ready(word -> FxThread.run(() -> shown.window().visit(word))));
  }

  /// The whole application with these services.
  ///
  /// @param whenShown on the FX thread, before the first frame
  static int run(Supplier<Services> services, @Nullable DemoLogin demo, Consumer<Shown> whenShown)
      throws InterruptedException {
    CompletableFuture<Services> opening =
        CompletableFuture.supplyAsync(
            services, work -> Thread.ofPlatform().name("opening").start(work));
    joined(Toolkit.begin());
    Timing.mark("toolkit started");
    Services opened = joined(opening);
    Timing.mark("services open");
    CountDownLatch closed = new CountDownLatch(1);
    FxThread.run(() -> show(opened, demo, whenShown, closed));
    opened.core().start();
    closed.await();
    opened.close();
    Platform.exit();
    return 0;
  }

  /// @param window in use until it is closed
  record Shown(Services services, MainWindow window) {}

  private static void show(
      Services services,
      @Nullable DemoLogin demo,
      Consumer<Shown> whenShown,
      CountDownLatch closed) {
    try {
      MainWindow window = new MainWindow(services, demo, closed::countDown);
      window.show();
      whenShown.accept(new Shown(services, window));
    } catch (RuntimeException e) {
      Workers.uncaught(Thread.currentThread(), e);
      closed.countDown();
    }
  }

  private static <T> T joined(CompletableFuture<T> begun) {
    try {
      return begun.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
