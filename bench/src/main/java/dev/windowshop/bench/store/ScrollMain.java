package dev.windowshop.bench.store;

import dev.windowshop.bench.FrameRun;
import dev.windowshop.bench.Silent;
import dev.windowshop.client.app.Services;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.client.store.StoreContext;
import dev.windowshop.client.store.StoreScreens;
import dev.windowshop.client.store.Welcome;
import dev.windowshop.protocol.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The search page of the app over what lies in a profile's cache, with no relay, scrolled through
/// by a program: says how long frames take. Arguments: the profile's folder, products to scroll
/// through.
public final class ScrollMain {
  /// What is in view is a little before the end of what is to be loaded.
  private static final double SLACK = 100;

  private final int wanted;
  private final Services services;
  private final Stage stage = new Stage();
  private final Shelves shelves = new Shelves();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final PageScroll scroll;
  private final long begun;
  private double direction = 1;

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
    FrameRun.all(
        stage.getScene(),
        this::step,
        run -> {
          figures.putAll(run);
          System.out.println(Json.encode(figures));
          System.out.flush();
          stage.hide();
          services.close();
          Platform.exit();
        });
  }

  /// Up again at the end.
  private void step(double pixels) {
    if (scroll.getVvalue() >= 1) {
      direction = -1;
    } else if (scroll.getVvalue() <= 0) {
      direction = 1;
    }
    scroll.scrollTo(scroll.scrolled() + direction * pixels);
  }
}
