package dev.windowshop.relay.realtime;

/// Hears of commands that were answered and events that were sent, on any thread: it must not
/// block.
public interface RealtimeObserver {
  RealtimeObserver NONE =
      new RealtimeObserver() {
        @Override
        public void commandEnded(String name, int status, long nanos) {}

        @Override
        public void eventSent(String name) {}
      };

  /// @param status of the problem that it was refused with, 200 when it was done
  void commandEnded(String name, int status, long nanos);

  /// Once for everybody that it goes to.
  void eventSent(String name);
}
