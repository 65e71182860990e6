package dev.windowshop.client.net;

import org.jspecify.annotations.Nullable;

/// The relay could not be asked: no network, no relay, no answer in time. What was sent may or may
/// not have arrived. The message is fit to be shown.
public final class RelayUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RelayUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
