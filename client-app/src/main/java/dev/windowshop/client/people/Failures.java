package dev.windowshop.client.people;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.ProblemException;
import java.util.concurrent.CompletionException;

/// What went wrong, as a sentence to show.
public final class Failures {
  private Failures() {}

  public static String said(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String message = cause.getMessage();
    if (cause instanceof RelayUnreachableException) {
      return "You're offline. Try again once you are back.";
    }
    return cause instanceof ProblemException && message != null
        ? message
        : "That did not work. Try again in a moment.";
  }
}
