package dev.windowshop.relay.order;

import dev.windowshop.protocol.Order;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an address has to look like, in whatever script it is written.
public final class AddressRules {
  private static final int LONGEST = 200;
  private static final Set<String> COUNTRIES =
      new TreeSet<>(Arrays.asList(Locale.getISOCountries()));

  private AddressRules() {}

  /// What is wrong with it, by field; empty when nothing is.
  public static Map<String, String> errors(Order.@Nullable Address address) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (address == null) {
      errors.put("address", "is missing");
      return errors;
    }
    required("address.line1", address.line1(), errors);
    required("address.city", address.city(), errors);
    line("address.name", address.name(), errors);
    line("address.line1", address.line1(), errors);
    line("address.line2", address.line2(), errors);
    line("address.postalCode", address.postalCode(), errors);
    line("address.city", address.city(), errors);
    line("address.region", address.region(), errors);
    line("address.country", address.country(), errors);
    line("address.phone", address.phone(), errors);
    matches(
        "address.postalCode",
        address.postalCode(),
        "[〒\\p{L}\\p{M}\\p{N} ./-]*",
        "may have letters, digits and dashes only",
        errors);
    matches(
        "address.phone",
        address.phone(),
        "[\\p{N}\\p{Z}+()./#xX-]*",
        "may have digits, spaces and + ( ) - only",
        errors);
    String country = address.country();
    if (country != null
        && country.strip().matches("[A-Za-z]{2}")
        && !COUNTRIES.contains(country.strip().toUpperCase(Locale.ROOT))) {
      errors.putIfAbsent("address.country", "is no country's code: write the name instead");
    }
    return errors;
  }

  /// Without the space around its fields, and those that are empty.
  public static Order.Address tidied(Order.Address address) {
    String country = tidied(address.country());
    return new Order.Address(
        tidied(address.name()),
        tidied(address.line1()),
        tidied(address.line2()),
        tidied(address.postalCode()),
        tidied(address.city()),
        tidied(address.region()),
        country != null && country.matches("[A-Za-z]{2}")
            ? country.toUpperCase(Locale.ROOT)
            : country,
        tidied(address.phone()));
  }

  private static @Nullable String tidied(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void required(String field, @Nullable String value, Map<String, String> errors) {
    if (value == null || value.isBlank()) {
      errors.put(field, "is missing");
    }
  }

  private static void line(String field, @Nullable String value, Map<String, String> errors) {
    if (value == null) {
      return;
    }
    if (value.codePointCount(0, value.length()) > LONGEST) {
      errors.putIfAbsent(field, "may have " + LONGEST + " characters at most");
    } else if (value.chars().anyMatch(Character::isISOControl)) {
      errors.putIfAbsent(field, "must be one line");
    }
  }

  private static void matches(
      String field, @Nullable String value, String form, String why, Map<String, String> errors) {
    if (value != null && !value.matches(form)) {
      errors.putIfAbsent(field, why);
    }
  }
}
