package dev.windowshop.relay.testing;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;

/// One socket that only says whether it was let in, refused, or ended.
public final class SocketProbe implements AutoCloseable {
  private final CompletableFuture<String> outcome = new CompletableFuture<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private final Socket socket;

  public SocketProbe(String address, String token) {
    IO.Options options =
        IO.Options.builder()
            .setTransports(new String[] {"websocket"})
            .setForceNew(true)
            .setReconnection(false)
            .setAuth(Map.of("token", token))
            .build();
    socket = IO.socket(URI.create(address), options);
    socket.on("ready", args -> outcome.complete("ready"));
    socket.on(
        Socket.EVENT_CONNECT_ERROR,
        args ->
            outcome.complete(
                args[0] instanceof JSONObject refusal
                    ? refusal.optString("message")
                    : String.valueOf(args[0])));
    socket.on(Socket.EVENT_DISCONNECT, args -> ended.complete(true));
    socket.connect();
  }

  /// `ready`, or the problem that it was refused with.
  public String outcome() {
    return outcome.orTimeout(20, TimeUnit.SECONDS).join();
  }

  public void awaitEnd() {
    ended.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.close();
  }
}
