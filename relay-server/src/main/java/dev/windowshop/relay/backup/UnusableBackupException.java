package dev.windowshop.relay.backup;

/// A backup can't be made or restored; the message is one sentence for the operator.
public final class UnusableBackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableBackupException(String message) {
    super(message);
  }

  public UnusableBackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
