package dev.windowshop.client.platform;

import org.jspecify.annotations.Nullable;

/// The profile cannot be used; the message says why and what to do, fit to be shown.
public sealed class ProfileException extends RuntimeException permits ProfileInUseException {
  private static final long serialVersionUID = 1L;

  public ProfileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
