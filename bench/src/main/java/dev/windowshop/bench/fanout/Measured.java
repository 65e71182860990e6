package dev.windowshop.bench.fanout;

import dev.windowshop.bench.load.Load;

/// One run of one mode against one server.
record Measured(String server, int room, Mode mode, Load.Result result) {
  enum Mode {
    /// A given number of deliveries a second.
    PACED,
    /// As many as the server manages, with a bounded number of unanswered messages.
    SATURATED,
    /// One message now and then.
    IDLE
  }

  double deliveriesPerSecond() {
    return result.deliveries() / result.seconds();
  }

  double cpuSecondsPerMillion() {
    return result.cpuSeconds() / (result.deliveries() / 1e6);
  }
}
