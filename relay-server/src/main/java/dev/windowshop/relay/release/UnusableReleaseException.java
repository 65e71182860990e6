package dev.windowshop.relay.release;

/// Something that cannot be published; the message says why, fit to be shown.
public final class UnusableReleaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableReleaseException(String message) {
    super(message);
  }
}
