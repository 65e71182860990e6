package dev.windowshop.relay.account;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which user names, emails and shop names are compared.
public final class Names {
  private Names() {}

  /// NFKC and case-folded, so that look-alikes by width, composition or case are one.
  public static String key(String text) {
    String compatible = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
