package dev.windowshop.protocol;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// UUIDv7 strings, ascending within one process even inside one millisecond. Thread-safe.
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Milliseconds shifted left by 12, the low bits counting within the millisecond.
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  public static String newId() {
    long now = System.currentTimeMillis() << 12;
    long ticket = LAST.updateAndGet(last -> Math.max(now, last + 1));
    return at(ticket >>> 12, (int) (ticket & 0xFFF), RANDOM.nextLong());
  }

  /// A UUIDv7 made of exactly these parts, for data that must come out the same every time.
  ///
  /// @param millis Unix milliseconds, 48 bits
  /// @param sequence the 12 bits after the version
  /// @param random the lower half; its two highest bits are replaced by the variant
  public static String at(long millis, int sequence, long random) {
    long high = (millis << 16) | 0x7000L | (sequence & 0xFFF);
    long low = (random & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  /// True for a canonical lower-case UUID string of any version.
  public static boolean isId(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      boolean ok = dash ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (!ok) {
        return false;
      }
    }
    return true;
  }
}
