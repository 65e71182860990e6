package dev.windowshop.client.cache;

import org.jspecify.annotations.Nullable;

/// The cache could not do it: a full disk, a damaged file, a statement that is wrong.
public final class CacheException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CacheException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
