package dev.windowshop.relay.sell;

import dev.windowshop.protocol.Price;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers what is wrong with a request, so that all of it is said at once. One request, one
/// thread.
final class Errors {
  /// The highest price there is, minor units.
  static final long DEAREST = 9_999_999_999L;

  private final Map<String, String> errors = new LinkedHashMap<>();

  void add(String field, String why) {
    errors.putIfAbsent(field, why);
  }

  /// Text of one line that says something.
  ///
  /// @return the text without the space around it, empty where it was refused
  String line(String field, @Nullable String value, int longest) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty()) {
      add(field, "is missing");
    } else if (text.codePointCount(0, text.length()) > longest) {
      add(field, "may have " + longest + " characters at most");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      add(field, "must be one line");
    } else {
      return text;
    }
    return "";
  }

  /// Text that may be empty and have lines.
  String text(String field, @Nullable String value, int longest) {
    String text = value == null ? "" : value.strip();
    if (text.codePointCount(0, text.length()) > longest) {
      add(field, "may have " + longest + " characters at most");
    }
    return text;
  }

  /// An amount of the relay's currency, minor units.
  long price(String field, Price price, String currency) {
    if (price.currency() != null && !price.currency().equals(currency)) {
      add(field, "must be in " + currency + ", not " + price.currency());
    } else if (price.amount() < 0) {
      add(field, "must not be negative");
    } else if (price.amount() > DEAREST) {
      add(field, "must not be more than " + DEAREST);
    }
    return price.amount();
  }

  /// @throws ProblemException 422 naming everything that is wrong, if anything is
  void refuse() {
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some of it was refused.").withErrors(errors));
    }
  }
}
