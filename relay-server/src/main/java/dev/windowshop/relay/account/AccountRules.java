package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a user name, an email, a password and a display name may be.
public final class AccountRules {
  private static final Pattern USERNAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[._-]?[\\p{L}\\p{M}\\p{N}])*");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(?:\\.[^\\s@.\\p{Cntrl}]+)+");

  private AccountRules() {}

  /// The request with its fields in the form to keep.
  ///
  /// @throws ProblemException 422 naming every field that is wrong
  public static Auth.SignUp check(Auth.SignUp request) {
    Map<String, String> errors = new LinkedHashMap<>();
    String email = text(request.email());
    String username = Normalizer.normalize(text(request.username()), Normalizer.Form.NFKC);
    String password = request.password() == null ? "" : request.password();
    String displayName = text(request.displayName());
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      errors.put("email", "is no email address");
    }
    if (username.codePointCount(0, username.length()) < 3
        || username.codePointCount(0, username.length()) > 30
        || !USERNAME.matcher(username).matches()) {
      errors.put(
          "username",
          "must be 3 to 30 letters and digits, with single dots, dashes or underscores");
    }
    String trouble = PasswordRules.trouble(password, username, email);
    if (trouble != null) {
      errors.put("password", trouble);
    }
    if (displayName.isEmpty()) {
      displayName = username;
    }
    checkDisplayName(displayName, errors);
    refuse(errors);
    return new Auth.SignUp(email, username, password, displayName);
  }

  /// Notes what is wrong with it, if anything.
  public static void checkDisplayName(String name, Map<String, String> errors) {
    if (name.isEmpty() || name.codePointCount(0, name.length()) > 60) {
      errors.put("displayName", "must have 1 to 60 characters");
    } else if (name.codePoints().anyMatch(Character::isISOControl)) {
      errors.put("displayName", "must not hold control characters");
    }
  }

  private static void refuse(Map<String, String> errors) {
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some fields were refused.").withErrors(errors));
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
