package dev.windowshop.client.app;

import dev.windowshop.client.call.CallState;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.PicksStrip;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.Interests;
import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// What may please everybody in a call, below its tiles, where there is room for it. FX thread
/// only.
final class CallPicks {
  private static final double PICTURE = 56;

  /// In a window that is lower, what is said and shown in the call needs the place.
  private static final double ROOM = 760;

  private final Interests interests;
  private final PicksStrip strip;
  private String callId = "";

  CallPicks(Interests interests, Pictures pictures, Consumer<String> open) {
    this.interests = interests;
    this.strip = new PicksStrip(pictures, PICTURE, open);
  }

  Node node() {
    return strip;
  }

  void callIs(CallState state) {
    String id = state instanceof CallState.Active active ? active.room().callId() : "";
    if (id.equals(callId)) {
      return;
    }
    callId = id;
    strip.show(List.of());
    if (!id.isEmpty()) {
      interests.forCall(id).thenAccept(found -> FxThread.run(() -> show(id, found)));
    }
  }

  private void show(String id, List<Product> found) {
    boolean fits = strip.getScene() != null && strip.getScene().getHeight() >= ROOM;
    if (id.equals(callId) && fits) {
      strip.show(found);
    }
  }
}
