package dev.windowshop.relay.doctor;

/// One thing that was looked at.
///
/// @param todo what to do about it; empty when nothing is to be done
public record Finding(Level level, String what, String todo) {
  /// How bad it is.
  public enum Level {
    OK,
    /// Works now; better look at it.
    WARNING,
    /// Broken, or about to lose something.
    FAILED
  }

  public static Finding ok(String what) {
    return new Finding(Level.OK, what, "");
  }

  public static Finding warning(String what, String todo) {
    return new Finding(Level.WARNING, what, todo);
  }

  public static Finding failed(String what, String todo) {
    return new Finding(Level.FAILED, what, todo);
  }
}
