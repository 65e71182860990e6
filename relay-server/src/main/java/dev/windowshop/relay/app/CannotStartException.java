package dev.windowshop.relay.app;

/// Why the program can't do what it was asked; the message is one sentence for the operator.
public final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStartException(String message) {
    super(message);
  }

  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
