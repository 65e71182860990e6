package dev.windowshop.client.app;

import dev.windowshop.client.call.CallState;
import dev.windowshop.client.call.Peer;
import dev.windowshop.client.call.Room;
import dev.windowshop.client.chat.Draft;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.store.Home;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Product;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What somebody does with the app for the first time: home, a product, a chat, a call. On its own
/// thread, which waits.
final class SmokeWalk {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HELLO = "Hello from the smoke test.";
  private static final String ANSWER = "Hello back.";

  /// The walk's pictures a second are drawn at 30; a busy machine sends fewer.
  private static final double FEWEST_FRAMES = 1;

  private final Windowshop.Shown app;
  private final SmokeClient shopper;
  private final SmokeClient partner;
  private final SmokeScreen screen;
  private final Duration talk;

  /// @param talk how long the call lasts
  SmokeWalk(
      Windowshop.Shown app,
      SmokeClient shopper,
      SmokeClient partner,
      SmokeScreen screen,
      Duration talk) {
    this.app = app;
    this.shopper = shopper;
    this.partner = partner;
    this.screen = screen;
    this.talk = talk;
  }

  String home() throws IOException {
    Home home = until("the shop's home", () -> app.services().store().catalog().home().value());
    Product first =
        home.trending().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the shop has nothing to show"));
    until("products on the home page", () -> screen.count("product-card") > 0);
    screen.photograph("home");
    return home.trending().size() + " trending, first " + first.title();
  }

  String signIn() {
    Me me = shopper.signIn();
    until("the app to be online", shopper::online);
    partner.services().core().start();
    partner.signIn();
    until("the other to be online", partner::online);
    return me.username();
  }

  String product() throws IOException {
    Home home = Objects.requireNonNull(app.services().store().catalog().home().value());
    Product product = home.trending().getFirst();
    FxThread.run(() -> app.window().go(new Destination.ProductPage(product.id())));
    until("the product's page", () -> screen.count("product-page") > 0);
    until("the product's title", () -> screen.shows(product.title()));
    screen.photograph("product");
    return product.title();
  }

  String chat() throws IOException {
    String conversation = conversation();
    FxThread.run(() -> app.window().openConversation(conversation));
    app.services().chat().send(conversation, Draft.of(HELLO)).join();
    until("the message on the screen", () -> screen.shows(HELLO));
    until("the message at the other", () -> last(partner, conversation, HELLO));
    partner.services().chat().send(conversation, Draft.of(ANSWER)).join();
    until("the answer on the screen", () -> screen.shows(ANSWER));
    screen.photograph("chat");
    return "a message each way";
  }

  SmokeReport.Talk call() throws IOException {
    app.services().calls().call(conversation(), Call.Media.VIDEO);
    until(
        "ringing at the other",
        () -> partner.services().calls().state().value() instanceof CallState.Incoming);
    partner.services().calls().accept(true);
    until("pictures at both", () -> connected(shopper) && connected(partner));
    int before = shopper.measured().size();
    int theirsBefore = partner.measured().size();
    long began = System.nanoTime();
    LockSupport.parkNanos(talk.toNanos() / 2);
    screen.photograph("call");
    long end = began + talk.toNanos();
    while (System.nanoTime() < end) {
      stillTalking();
      LockSupport.parkNanos(100_000_000);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    List<MediaEvent.Stats> ours = after(shopper, before);
    List<MediaEvent.Stats> theirs = after(partner, theirsBefore);
    MediaEvent.Stats last = ours.getLast();
    SmokeReport.Talk measured =
        new SmokeReport.Talk(
            seconds,
            perSecond(ours),
            last.received().width(),
            last.received().height(),
            last.roundTripMs(),
            shopper.heard(),
            perSecond(theirs));
    if (measured.framesPerSecond() < FEWEST_FRAMES || measured.seenByOther() < FEWEST_FRAMES) {
      throw new IllegalStateException("hardly any pictures: " + measured);
    }
    if (!measured.heard()) {
      throw new IllegalStateException("the other was not heard");
    }
    return measured;
  }

  String hangUp() {
    app.services().calls().hangUp();
    until(
        "the end of the call at the other",
        () -> partner.services().calls().state().value() instanceof CallState.Ended);
    return "over";
  }

  private String conversation() {
    Me other = Objects.requireNonNull(partner.services().core().account().refresh().join());
    return app.services().chat().openDirect(other.id()).join();
  }

  private static boolean last(SmokeClient client, String conversation, String text) {
    List<Conversation> all = client.services().chat().conversations().value();
    return all != null
        && all.stream()
            .filter(one -> one.id().equals(conversation))
            .anyMatch(one -> one.lastMessage() != null && text.equals(one.lastMessage().content()));
  }

  private static boolean connected(SmokeClient client) {
    CallState state = client.services().calls().state().value();
    Room room = state == null ? null : state.currentRoom();
    return room != null
        && !room.peers().isEmpty()
        && room.peers().stream().allMatch(SmokeWalk::hasPicture)
        && client.measured().stream().anyMatch(one -> one.framesPerSecond() > 0);
  }

  private static boolean hasPicture(Peer peer) {
    return peer.connection() == MediaEvent.Connection.CONNECTED && peer.frames() != null;
  }

  private void stillTalking() {
    if (!(app.services().calls().state().value() instanceof CallState.Active)) {
      throw new IllegalStateException(
          "the call ended early: " + app.services().calls().state().value());
    }
  }

  private static List<MediaEvent.Stats> after(SmokeClient client, int from) {
    List<MediaEvent.Stats> all = client.measured();
    if (all.size() <= from) {
      throw new IllegalStateException("the media process measured nothing");
    }
    return all.subList(from, all.size());
  }

  private static double perSecond(List<MediaEvent.Stats> all) {
    double mean = all.stream().mapToDouble(MediaEvent.Stats::framesPerSecond).average().orElse(0);
    return Math.round(mean * 10) / 10.0;
  }

  private static void until(String what, BooleanSupplier there) {
    until(what, () -> there.getAsBoolean() ? Boolean.TRUE : null);
  }

  /// Looks again until there is something, or patience ends.
  private static <T> T until(String what, Supplier<@Nullable T> look) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T found = look.get();
      if (found != null) {
        return found;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "waited for " + what + " for " + PATIENCE.toSeconds() + " s");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
