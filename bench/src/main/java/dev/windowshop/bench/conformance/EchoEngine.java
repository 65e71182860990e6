package dev.windowshop.bench.conformance;

import dev.windowshop.relay.socketio.engine.CloseReason;
import dev.windowshop.relay.socketio.engine.Engine;
import dev.windowshop.relay.socketio.engine.EngineListener;
import dev.windowshop.relay.socketio.engine.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Sends back what it gets.
record EchoEngine(Engine engine) implements EngineListener {
  @Override
  public void onText(String message) {
    engine.send(List.of(Outgoing.text(message.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public void onBinary(byte[] message) {
    engine.send(List.of(Outgoing.binary(message)));
  }

  @Override
  public void onClose(CloseReason reason) {}
}
