package dev.windowshop.client.account;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.ProblemException;
import java.util.Map;
import java.util.concurrent.CompletionException;

/// Why something could not be done, in words for a form.
///
/// @param text about the whole form; empty when the fields say it all
/// @param fields why, by field
record Refusals(String text, Map<String, String> fields) {
  static final Refusals NONE = new Refusals("", Map.of());

  static Refusals of(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ProblemException refused) {
      Map<String, String> errors = refused.problem().errors();
      if (errors != null && !errors.isEmpty()) {
        return new Refusals("", errors);
      }
      String detail = refused.problem().detail();
      return new Refusals(detail == null ? refused.problem().title() : detail, Map.of());
    }
    if (cause instanceof RelayUnreachableException) {
      return new Refusals(
          "The shop can't be reached just now. Look at your connection and try again.", Map.of());
    }
    return new Refusals("That did not work. Try again in a moment.", Map.of());
  }

  /// For example `Password must have 8 characters at least.`
  String of(String field, String name) {
    String why = fields.get(field);
    return why == null ? "" : name + " " + why + ".";
  }
}
