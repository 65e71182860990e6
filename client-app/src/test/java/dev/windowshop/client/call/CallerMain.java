package dev.windowshop.client.call;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A [Caller] in a process of its own, which may be on another network than the test. Answers each
/// line that it reads with one.
final class CallerMain {
  private CallerMain() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    Path folder = Path.of(arguments[0]);
    int stamp = Integer.parseInt(arguments[3]);
    try (Caller caller = new Caller(folder, arguments[1], arguments[2], stamp);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      answers.println(caller.userId());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.println(answer(caller, line.split(" ")));
      }
    }
    System.exit(0);
  }

  private static String answer(Caller caller, String[] words) {
    try {
      return switch (words[0]) {
        case "befriend" -> {
          caller.client().core().relay().put("/me/contacts/" + words[1], Map.of());
          yield "done";
        }
        case "meet" ->
            caller
                .client()
                .core()
                .relay()
                .post("/conversations", Conversation.Create.direct(words[1]), Conversation.class)
                .id();
        case "call" -> {
          caller.service().call(words[1], Call.Media.VIDEO);
          yield "done";
        }
        case "answer" -> {
          caller.await(CallState.Incoming.class);
          caller.service().accept(true);
          yield "done";
        }
        case "look" -> {
          caller.lookAway();
          caller.awaitPictures(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
          yield "done";
        }
        case "connection" -> connection(caller);
        case "await" -> {
          String wanted = words[1];
          TestClient.await(
              caller.service().state(), state -> state != null && wanted.equals(connection(state)));
          yield "done";
        }
        case "figures" -> figures(caller);
        case "session" -> session(caller);
        case "hangup" -> {
          caller.service().hangUp();
          caller.await(CallState.Idle.class);
          yield "done";
        }
        default -> "what?";
      };
    } catch (IOException | RuntimeException | AssertionError e) {
      return "failed: " + String.valueOf(e.getMessage()).replace('\n', ' ');
    }
  }

  private static String connection(Caller caller) {
    CallState state = caller.service().state().value();
    return state == null ? "none" : connection(state);
  }

  /// Of the only peer, or the phase where there is none.
  private static String connection(CallState state) {
    Room room = state.currentRoom();
    return room == null || room.peers().isEmpty()
        ? state.getClass().getSimpleName().toUpperCase(Locale.ROOT)
        : room.peers().getFirst().connection().name();
  }

  private static String session(Caller caller) {
    CallState state = caller.service().state().value();
    Room room = state == null ? null : state.currentRoom();
    return room == null ? "none" : room.callId() + " " + room.session();
  }

  private static String figures(Caller caller) {
    CallState.Active active =
        caller.await(
            CallState.Active.class,
            state -> {
              MediaEvent.Stats stats = stats(state);
              return stats != null && stats.roundTripMs() >= 0;
            });
    MediaEvent.Stats stats = stats(active);
    return stats == null
        ? "none"
        : String.format(
            Locale.ROOT,
            "%s %.1f %.3f %.1f",
            stats.relayed() ? "relayed" : "direct",
            stats.roundTripMs(),
            Math.max(stats.lost(), stats.sentLost()),
            stats.framesPerSecond());
  }

  private static MediaEvent.@Nullable Stats stats(CallState.Active state) {
    return state.room().peers().isEmpty() ? null : state.room().peers().getFirst().signs().stats();
  }
}
