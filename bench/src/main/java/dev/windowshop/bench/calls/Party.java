package dev.windowshop.bench.calls;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.app.Services;
import dev.windowshop.client.call.CallState;
import dev.windowshop.client.call.Peer;
import dev.windowshop.client.call.Room;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Two real clients of a relay, who call each other with drawn pictures. Each has a media process
/// of its own. Used by one thread.
final class Party implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PASSWORD = "correct horse battery";

  private final Member caller;
  private final Member called;
  private final String conversationId;

  Party(Path folder, String relay) {
    String mark = Long.toString(System.nanoTime(), 36);
    caller = new Member(folder, relay, "ana" + mark, 11);
    called = new Member(folder, relay, "ben" + mark, 12);
    conversationId =
        caller
            .services
            .core()
            .relay()
            .post("/conversations", Conversation.Create.direct(called.userId()), Conversation.class)
            .id();
  }

  Member caller() {
    return caller;
  }

  Member called() {
    return called;
  }

  /// What one call took, in milliseconds.
  ///
  /// @param toFirstPicture from the click of whoever calls to their first picture of the other
  /// @param afterAnswer the same from the click of whoever is called
  record Times(double toFirstPicture, double afterAnswer) {}

  /// Rings, is answered as soon as it does, lasts until both have seen the other, and is over.
  Times call() throws IOException {
    long start = System.nanoTime();
    caller.services.calls().call(conversationId, Call.Media.VIDEO);
    called.await(CallState.Incoming.class);
    long answered = System.nanoTime();
    called.services.calls().accept(true);
    double callers = 0;
    double calleds = 0;
    long end = start + PATIENCE.toNanos();
    while (callers == 0 || calleds == 0) {
      if (callers == 0 && caller.sees()) {
        callers = (System.nanoTime() - start) / 1e6;
      }
      if (calleds == 0 && called.sees()) {
        calleds = (System.nanoTime() - answered) / 1e6;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no picture came");
      }
      LockSupport.parkNanos(500_000);
    }
    caller.services.calls().hangUp();
    for (Member member : List.of(caller, called)) {
      member.rest();
    }
    return new Times(callers, calleds);
  }

  /// Until both media processes have ended by themselves, as they do some time after a call.
  void awaitNoMedia() {
    for (Member member : List.of(caller, called)) {
      until(() -> ProcessHandle.of(member.mediaPid).isEmpty(), member.name + " without media");
    }
  }

  private static void until(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    caller.services.close();
    called.services.close();
  }

  /// One of the two.
  static final class Member {
    private final Services services;
    private final String name;
    private volatile long mediaPid;
    private @Nullable Path path;
    private @Nullable FrameReader reader;

    private Member(Path folder, String relay, String name, int stamp) {
      this.name = name;
      services =
          Services.open(
              Profile.in(name, folder.resolve(name + "/data"), folder.resolve(name + "/cache")),
              RelayAddress.of(relay, false),
              SoundAccess.TONE,
              LocalSources.demo(stamp));
      services
          .media()
          .onEvent(event -> {
            if (event instanceof MediaEvent.Ready ready) {
              mediaPid = ready.pid();
            }
          });
      services.core().start();
      services.core().account().signUp(name + "@example.com", name, PASSWORD, name).join();
      until(
          () -> services.core().socket().state().value() instanceof ConnectionState.Online,
          name + " online");
    }

    Services services() {
      return services;
    }

    long mediaPid() {
      return mediaPid;
    }

    String userId() {
      Account account = services.core().account().account().value();
      if (account == null || account.userId() == null) {
        throw new IllegalStateException(name + " is not signed in");
      }
      return account.userId();
    }

    private void await(Class<? extends CallState> phase) {
      until(
          () -> phase.isInstance(services.calls().state().value()),
          name + " " + phase.getSimpleName());
    }

    /// Whether there is a picture of the other that was not there before.
    private boolean sees() throws IOException {
      CallState state = services.calls().state().value();
      Room room = state == null ? null : state.currentRoom();
      Peer peer = room == null || room.peers().isEmpty() ? null : room.peers().getFirst();
      Path frames = peer == null ? null : peer.frames();
      if (frames != null && !frames.equals(path)) {
        try {
          shut();
          reader = FrameReader.open(frames);
          path = frames;
        } catch (NoSuchFileException e) {
          // Replaced since: the next state names the new one.
          return false;
        }
      }
      FrameReader open = reader;
      return open != null && open.next((width, height, captured, number, bgra) -> {});
    }

    private void shut() {
      FrameReader open = reader;
      reader = null;
      path = null;
      if (open != null) {
        open.close();
      }
    }

    private void rest() {
      until(() -> isOver(services.calls().state().value()), name + " out of the call");
      shut();
      services.calls().dismiss();
      await(CallState.Idle.class);
    }

    private static boolean isOver(@Nullable CallState state) {
      return state instanceof CallState.Ended || state instanceof CallState.Idle;
    }
  }
}
