package dev.windowshop.client.voice;

import org.jspecify.annotations.Nullable;

/// There is no sound to be had; the message is fit to be shown.
public final class SoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SoundException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
