package dev.windowshop.bench.load;

import dev.windowshop.protocol.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Takes loads from standard input, a line each, and answers each with a line: the result, or
/// `{"failed": why}`. A load without a conversation connects, says `{"connected": N}`, and lets go
/// of its sockets at the next line.
public final class LoadMain {
  private LoadMain() {}

  public static void main(String[] args) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Load load = Json.decode(line, Load.class);
      try (Swarm swarm = new Swarm(load)) {
        swarm.connect();
        if (load.conversationId() == null) {
          answer(Map.of("connected", load.tokens().size()));
          lines.readLine();
          answer(Map.of("ended", load.tokens().size()));
        } else {
          answer(swarm.run());
        }
      } catch (IOException | UncheckedIOException e) {
        answer(Map.of("failed", String.valueOf(e.getMessage())));
      }
    }
  }

  private static void answer(Object answer) {
    System.out.println(Json.encode(answer));
    System.out.flush();
  }
}
