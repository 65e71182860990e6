package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.ProblemException;
import java.io.UncheckedIOException;

/// What went wrong, in words for whoever asked for it.
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    Throwable cause =
        failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String message = cause.getMessage();
    if (cause instanceof UncheckedIOException io && io.getCause().getMessage() != null) {
      return io.getCause().getMessage() + ".";
    }
    if (cause instanceof RelayUnreachableException) {
      return "That needs the relay, which can't be reached now. Try again when you're online.";
    }
    return message != null && cause instanceof ProblemException
        ? message
        : "That did not work. Try again in a moment.";
  }
}
