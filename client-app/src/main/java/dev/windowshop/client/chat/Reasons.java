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
    Throwable io = cause instanceof UncheckedIOException ? cause.getCause() : null;
    if (io != null && io.getMessage() != null) {
      return io.getMessage() + ".";
    }
    if (cause instanceof RelayUnreachableException) {
      return "That needs the relay, which can't be reached now. Try again when you're online.";
    }
    return message != null && cause instanceof ProblemException
        ? message
        : "That did not work. Try again in a moment.";
  }
}
