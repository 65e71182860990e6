package dev.windowshop.relay.realtime;

import dev.windowshop.relay.socketio.Socket;
import java.time.Instant;

/// A connected socket with whose it is and until when. Any thread.
final class LiveSocket {
  private final Socket socket;
  private final ClientSocket client;
  private final Lane lane;
  private volatile Instant expiresAt;

  LiveSocket(Socket socket, ClientSocket client, Lane lane, Instant expiresAt) {
    this.socket = socket;
    this.client = client;
    this.lane = lane;
    this.expiresAt = expiresAt;
  }

  Socket socket() {
    return socket;
  }

  ClientSocket client() {
    return client;
  }

  Lane lane() {
    return lane;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  void renewedUntil(Instant at) {
    expiresAt = at;
  }
}
