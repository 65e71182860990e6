package dev.windowshop.relay.store.csv;

/// Why a file can't be imported at all; the message is one sentence for whoever gave it.
public final class UnusableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableFileException(String message) {
    super(message);
  }

  UnusableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
