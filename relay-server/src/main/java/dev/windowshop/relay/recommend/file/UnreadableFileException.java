package dev.windowshop.relay.recommend.file;

/// A file that nothing can be done with; the message says which and why.
public final class UnreadableFileException extends RuntimeException {
  public UnreadableFileException(String message) {
    super(message);
  }

  public UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
