package dev.windowshop.client.video;

import org.jspecify.annotations.Nullable;

/// The system can't decode it, or it is no whole video.
public final class CannotPlayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotPlayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
