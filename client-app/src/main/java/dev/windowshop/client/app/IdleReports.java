package dev.windowshop.client.app;

import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.people.IdleWatch;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Command;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the relay when nobody has touched the window for a while, so that who is not there is
/// shown as away, and when they are back. Watches on the FX thread.
final class IdleReports {
  private static final Logger LOG = LoggerFactory.getLogger(IdleReports.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int LOOK_SECONDS = 15;

  private final SocketClient socket;
  private final IdleWatch watch;

  IdleReports(SocketClient socket, Workers workers) {
    this.socket = socket;
    this.watch = new IdleWatch(PATIENCE, System::nanoTime, this::tell);
    socket
        .state()
        .observe(state -> {
          if (state instanceof ConnectionState.Online) {
            watch.again();
          }
        });
    var unused =
        workers
            .timer()
            .scheduleWithFixedDelay(watch::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /// Everything that somebody does in there counts.
  void watch(Node root) {
    root.addEventFilter(InputEvent.ANY, event -> watch.touched());
  }

  /// A relay that is not there, or is older, is not told.
  private void tell(boolean idle) {
    if (socket.state().value() instanceof ConnectionState.Online) {
      socket
          .send(Command.SET_IDLE, new Command.SetIdle(idle))
          .whenComplete((_, failure) -> {
            if (failure != null) {
              LOG.debug("not told that this device is idle: {}", failure.getMessage());
            }
          });
    }
  }
}
