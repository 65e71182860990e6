package dev.windowshop.bench.calls;

import dev.windowshop.client.app.Services;
import dev.windowshop.client.call.CallFeature;
import dev.windowshop.client.call.CallLinkClient;
import dev.windowshop.client.call.CallReach;
import dev.windowshop.client.call.RelayPeople;
import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The process of [Party]: two clients, one of them with the call's part of the window on a screen
/// that is not there. Reads an order from a line and answers with one.
final class PartyMain {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 700;

  private PartyMain() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    CallsInARow seen = measure(Json.mapper().readValue(line, CallsInARow.Order.class));
    answers.println(new String(Json.encodeBytes(seen), StandardCharsets.UTF_8));
    answers.flush();
    System.exit(0);
  }

  private static CallsInARow measure(CallsInARow.Order order) throws Exception {
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.get(60, TimeUnit.SECONDS);
    try (Party party = new Party(Path.of(order.folder()), order.relay())) {
      onFxThread(() -> show(party.caller().services()));
      List<Party.Times> cold = new ArrayList<>();
      for (int call = 0; call < order.coldCalls(); call++) {
        cold.add(party.call());
        party.awaitNoMedia();
      }
      for (int call = 0; call < order.warmUp(); call++) {
        party.call();
      }
      Machine first = Machine.here();
      Machine mediaFirst = media(party);
      Machine middle = first;
      List<Party.Times> warm = new ArrayList<>();
      for (int call = 1; call <= order.calls(); call++) {
        warm.add(party.call());
        if (call == order.calls() / 2) {
          middle = Machine.here();
        }
      }
      return new CallsInARow(cold, warm, first, middle, Machine.here(), mediaFirst, media(party));
    }
  }

  private static Machine media(Party party) throws IOException {
    long pid = party.caller().mediaPid();
    return new Machine(0, Machine.residentMb(pid), Machine.threads(pid), Machine.descriptors(pid));
  }

  private static void show(Services services) {
    Pictures pictures =
        new Pictures(
            services.store().images()::load, services.core().workers().cpu(), FxThread::run);
    CallFeature calls =
        new CallFeature(
            services.calls(),
            services.callHistory(),
            new CallLinkClient(services.core().relay(), services.core().workers().io()),
            new Silence(),
            new RelayPeople(services.core().relay(), services.core().workers()),
            new Live<>(CallReach.NOWHERE),
            () -> "",
            conversation -> false,
            services.core().settings(),
            scene -> {},
            pictures,
            new EmojiPictures(EmojiCatalogue.load()),
            services.core().workers());
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(calls.ringingCard(), calls.tiles()), WIDTH, HEIGHT));
    stage.show();
  }

  /// Nobody reads along.
  private static final class Silence implements Notices {
    @Override
    public void show(String text) {}

    @Override
    public void show(String text, String action, Runnable run) {}
  }

  private static void onFxThread(Runnable work)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        work.run();
        done.complete(true);
      } catch (RuntimeException e) {
        done.completeExceptionally(new CompletionException(e));
      }
    });
    done.get(60, TimeUnit.SECONDS);
  }
}
