package dev.windowshop.bench.store;

import dev.windowshop.bench.Times;
import dev.windowshop.client.app.Services;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.client.store.StoreContext;
import dev.windowshop.client.store.StoreScreens;
import dev.windowshop.client.store.Welcome;
import dev.windowshop.protocol.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The search page of the app over what lies in a profile's cache, with no relay, scrolled through
/// by a program: says how long frames take. Arguments: the profile's folder, products to scroll
/// through.
public final class ScrollMain {
  private static final int FRAMES = 400;
  private static final int WARM = 200;

  /// What is in view is a little before the end of what is to be loaded.
  private static final double SLACK = 100;

  /// Pixels a frame: reading, flicking, racing.
  private static final Map<String, Double> SPEEDS = speeds();

  private final int wanted;
  private final Services services;
  private final Stage stage = new Stage();
  private final Shelves shelves = new Shelves();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>(SPEEDS.keySet());
  private final PageScroll scroll;
  private final long begun;

  private static Map<String, Double> speeds() {
    Map<String, Double> speeds = new LinkedHashMap<>();
    speeds.put("reading, 20 px a frame", 20.0);
    speeds.put("a wheel, 120 px a frame", 120.0);
    speeds.put("flung, 900 px a frame", 900.0);
    return speeds;
  }

  private ScrollMain(Services services, int wanted) {
    this.services = services;
    this.wanted = wanted;
    Theme theme = new Theme(ThemeMode.LIGHT, List.of());
    Page page = new StoreScreens(context()).search(Destination.Search.everything());
    StackPane root = new StackPane(page.node());
    root.getStyleClass().add("shell");
    stage.setScene(new Scene(root, 1000, 900));
    theme.install(stage.getScene());
    stage.show();
    page.activate();
    scroll = (PageScroll) root.lookup(".page-scroll");
    begun = System.nanoTime();
    load();
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Services services =
        Services.open(
            Profile.in("bench", folder.resolve("data"), folder.resolve("cache")),
            // Nothing listens there.
            RelayAddress.of("http://127.0.0.1:9", false).ofDemo());
    Platform.startup(() -> new ScrollMain(services, Integer.parseInt(args[1])));
  }

  private StoreContext context() {
    var store = services.store();
    return new StoreContext(
        shelves.before(store.catalog()),
        store.cart(),
        store.wishes(),
        store.reviews(),
        new Pictures(shelves::load, services.core().workers().cpu(), FxThread::run),
        new Navigator(new Destination.Home()),
        new Silent(),
        new Silent(),
        product -> {},
        shop -> {},
        product -> {},
        product -> {},
        user -> new Live<>(),
        new SimpleBooleanProperty(),
        new Live<>(Welcome.GUEST),
        FxThread::run);
  }

  /// Notes and cards are not what is measured.
  private record Silent() implements Notices, Sheets {
    @Override
    public void show(String text) {}

    @Override
    public void show(String text, String action, Runnable run) {}

    @Override
    public void show(Node card, Runnable closed) {}

    @Override
    public void fill(Node content, Runnable closed) {}

    @Override
    public void close() {}
  }

  /// Goes down until all that is wanted is there.
  private void load() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (shelves.total() > 0) {
          scroll.setVvalue(Math.min(1, (wanted + SLACK) / shelves.total()));
        }
        if (shelves.loaded() >= Math.min(wanted, shelves.total()) && shelves.total() > 0) {
          stop();
          figures.put("products", shelves.loaded());
          figures.put("all of them loaded, s", (System.nanoTime() - begun) / 1e9);
          scroll.scrollTo(0);
          measure();
        }
      }
    }.start();
  }

  private void measure() {
    if (left.isEmpty()) {
      System.out.println(Json.encode(figures));
      System.out.flush();
      stage.hide();
      services.close();
      Platform.exit();
      return;
    }
    String name = left.removeFirst();
    new Run(name, SPEEDS.getOrDefault(name, 0.0)).start();
  }

  /// Scrolls at one speed, up again at the end.
  private final class Run extends AnimationTimer {
    private final String name;
    private final double speed;
    private final long[] work = new long[FRAMES];
    private final long[] apart = new long[FRAMES];
    private final Runnable laidOut = this::laidOut;
    private int frame = -WARM;
    private double direction = 1;
    private long pulse;
    private long before;

    Run(String name, double speed) {
      this.name = name;
      this.speed = speed;
      stage.getScene().addPostLayoutPulseListener(laidOut);
    }

    @Override
    public void handle(long now) {
      long at = System.nanoTime();
      if (frame >= 0 && frame < FRAMES) {
        apart[frame] = at - before;
      }
      before = at;
      pulse = at;
      if (scroll.getVvalue() >= 1) {
        direction = -1;
      } else if (scroll.getVvalue() <= 0) {
        direction = 1;
      }
      scroll.scrollTo(scroll.scrolled() + direction * speed);
    }

    /// What the FX thread did between the pulse's begin and the end of its layout.
    private void laidOut() {
      if (frame >= 0 && frame < FRAMES) {
        work[frame] = System.nanoTime() - pulse;
      }
      if (++frame == FRAMES) {
        stop();
        stage.getScene().removePostLayoutPulseListener(laidOut);
        report("FX thread", Times.of(work, FRAMES));
        report("frame to frame", Times.of(apart, FRAMES));
        Platform.runLater(ScrollMain.this::measure);
      }
    }

    private void report(String what, Times times) {
      figures.put(name + ": " + what + ", p50 ms", times.at(0.5));
      figures.put(name + ": " + what + ", p95 ms", times.at(0.95));
      figures.put(name + ": " + what + ", p99 ms", times.at(0.99));
    }
  }
}
