package dev.windowshop.client.shell;

/// Content that may have something open above itself.
public interface Layered {
  /// Closes what is on top of it.
  ///
  /// @return false when nothing is: then it is itself what is on top
  boolean closeTop();
}
