package dev.windowshop.relay.store.csv;

/// A file stops being CSV somewhere after its beginning.
final class UnreadableRestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRestException(String message, Throwable cause) {
    super(message, cause);
  }
}
