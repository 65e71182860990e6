package dev.windowshop.client.store;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.ProblemException;
import java.util.concurrent.CompletionException;

/// Why something did not work, in words for the shopper.
public final class Trouble {
  private Trouble() {}

  public static String of(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof RelayUnreachableException) {
      return "The shop can't be reached just now. Try again when the connection is back.";
    }
    if (cause instanceof ProblemException refused) {
      var errors = refused.problem().errors();
      if (errors != null && !errors.isEmpty()) {
        var first = errors.entrySet().iterator().next();
        return first.getKey() + ": " + first.getValue();
      }
      if (refused.getMessage() != null) {
        return refused.getMessage();
      }
    }
    return "That did not work. Try again in a moment.";
  }
}
