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

  private static final int DEVICE_LENGTH = 100;

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
    if (!isEmail(email)) {
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

  /// The name of a device in the form to keep, null for none.
  ///
  /// @throws ProblemException 422 when it is too long or more than a line
  static @Nullable String device(@Nullable String name) {
    String text = text(name);
    if (text.length() > DEVICE_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.invalid(
          "device", "must be one line of " + DEVICE_LENGTH + " characters at most");
    }
    return text.isEmpty() ? null : text;
  }

  /// An email in the form to keep.
  ///
  /// @throws ProblemException 422 when it is none
  static String email(@Nullable String email) {
    String text = text(email);
    if (!isEmail(text)) {
      throw ProblemException.invalid("email", "is no email address");
    }
    return text;
  }

  static boolean isEmail(String text) {
    return text.length() <= 254 && EMAIL.matcher(text).matches();
  }

  /// The first of the texts that a user name can be made of, made into one.
  static String usernameFrom(@Nullable String... texts) {
    for (String text : texts) {
      if (text == null) {
        continue;
      }
      String name =
          Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
              .replaceFirst("@.*", "")
              .replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", ".")
              .replaceAll("[._-]{2,}", ".")
              .replaceAll("^[\\p{M}._-]+|[._-]+$", "");
      if (name.length() > 24) {
        name = name.substring(0, 24).replaceAll("[\\p{Cs}._-]+$", "");
      }
      if (name.codePointCount(0, name.length()) >= 3 && USERNAME.matcher(name).matches()) {
        return name;
      }
    }
    return "shopper";
  }

  /// A display name made of what a provider says.
  static String displayNameFrom(@Nullable String name, String username) {
    String text = text(name).replaceAll("\\p{Cntrl}+", " ");
    Map<String, String> errors = new LinkedHashMap<>();
    checkDisplayName(text, errors);
    return errors.isEmpty() ? text : username;
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
