package dev.windowshop.relay.http;

/// Hears of each request that was answered, on the event loop: it must not block.
@FunctionalInterface
public interface HttpObserver {
  /// @param route as it was registered, `none` for an address that is none
  void ended(String method, String route, int status, long nanos);
}
