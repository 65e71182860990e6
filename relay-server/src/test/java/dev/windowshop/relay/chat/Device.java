package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// One socket of somebody's, on the Socket.IO client that the application uses. Remembers every
/// event in order.
public final class Device implements AutoCloseable {
  private final Socket socket;
  private final List<ServerEvent> events = new ArrayList<>();
  private @Nullable JsonNode refusal;
  private boolean ended;

  public Device(String address, @Nullable String token) {
    IO.Options options =
        IO.Options.builder()
            .setTransports(new String[] {"websocket"})
            .setForceNew(true)
            .setReconnection(false)
            .setAuth(token == null ? Map.of() : Map.of("token", token))
            .build();
    socket = IO.socket(URI.create(address), options);
    for (String name : ServerEvent.TYPES.keySet()) {
      socket.on(name, args -> took(name, args));
    }
    socket.on(Socket.EVENT_CONNECT_ERROR, this::refused);
    socket.on(Socket.EVENT_DISCONNECT, _ -> ended());
    socket.connect();
  }

  private synchronized void took(String name, Object[] args) {
    events.add(ServerEvent.decode(name, Json.decode(args[0].toString(), JsonNode.class)));
    notifyAll();
  }

  private synchronized void refused(Object[] args) {
    refusal = Json.decode(args[0].toString(), JsonNode.class);
    notifyAll();
  }

  private synchronized void ended() {
    ended = true;
    notifyAll();
  }

  public synchronized JsonNode awaitRefusal() {
    await(() -> refusal != null);
    return refusal == null ? Json.mapper().nullNode() : refusal;
  }

  public synchronized void awaitEnd() {
    await(() -> ended);
  }

  public synchronized List<ServerEvent> events() {
    return List.copyOf(events);
  }

  public synchronized <T extends ServerEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public <T extends ServerEvent> T await(Class<T> type) {
    return await(type, _ -> true);
  }

  public synchronized <T extends ServerEvent> T await(Class<T> type, Predicate<T> which) {
    await(() -> all(type).stream().anyMatch(which));
    return all(type).stream().filter(which).findFirst().orElseThrow();
  }

  public synchronized <T extends ServerEvent> List<T> await(Class<T> type, int count) {
    await(() -> all(type).size() >= count);
    return all(type);
  }

  private synchronized void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (!condition.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      assertTrue(left > 0, () -> "did not happen; had " + events);
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /// The acknowledgement.
  public CompletableFuture<JsonNode> send(Command command, Object body) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    socket.emit(
        command.wire(),
        new Object[] {object(body)},
        (Ack) args -> answer.complete(Json.decode(args[0].toString(), JsonNode.class)));
    return answer.orTimeout(15, TimeUnit.SECONDS);
  }

  public void tell(String name, Object body) {
    socket.emit(name, object(body));
  }

  private static JSONObject object(Object body) {
    try {
      return new JSONObject(Json.encode(body));
    } catch (JSONException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
