package dev.windowshop.client.platform;

/// Ends an observation. Closing twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();

  /// One that closes all of these.
  static Subscription of(Subscription... parts) {
    return () -> {
      for (Subscription part : parts) {
        part.close();
      }
    };
  }
}
