package dev.windowshop.relay.backup;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What an operator is told of a failure.
final class Failures {
  private Failures() {}

  static String sentence(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof NoSuchFileException missing) {
      return missing.getFile() + " is missing.";
    }
    if (root instanceof AccessDeniedException denied) {
      return denied.getFile() + " can't be accessed.";
    }
    if (root instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason() + ".";
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.lines().findFirst().orElse(message) + ".";
  }
}
