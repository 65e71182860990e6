package dev.windowshop.relay.limit;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A disk that takes no more, which is nobody's fault and passes.
public final class FullStorage {
  private static final int RETRY_SECONDS = 600;

  private FullStorage() {}

  /// True when a write failed for want of room.
  public static boolean isWhy(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String why = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
      String text = why == null ? "" : why.toLowerCase(Locale.ROOT);
      if (text.contains("no space left")
          || text.contains("not enough space")
          || text.contains("quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  public static ProblemException problem() {
    return new ProblemException(
        Problem.of(
                ProblemType.STORAGE_FULL,
                "The relay has no room for this file at the moment. Try again later.")
            .withRetryAfter(RETRY_SECONDS));
  }
}
