package dev.windowshop.relay.account;

/// What one Argon2id hash costs whoever makes it, and whoever guesses. Hashes made at another cost
/// still work, and are made anew when their owner signs in.
///
/// @param memoryKib KiB of memory that a hash fills
/// @param rounds how often it is gone over
public record PasswordCost(int memoryKib, int rounds) {
  /// What OWASP's password storage sheet asks for at least.
  public static final PasswordCost DEFAULT = new PasswordCost(19_456, 2);

  /// Protects nothing: for tests and tools on this machine.
  public static final PasswordCost LEAST = new PasswordCost(8, 1);

  /// The most memory that one hash may fill, so that two at once fit a small machine.
  private static final int MOST_KIB = 1 << 20;

  public PasswordCost {
    if (memoryKib < 8 || memoryKib > MOST_KIB) {
      throw new IllegalArgumentException("memory must be 8 to " + MOST_KIB + " KiB");
    }
    if (rounds < 1 || rounds > 64) {
      throw new IllegalArgumentException("rounds must be 1 to 64");
    }
  }

  public boolean isBelow(PasswordCost other) {
    return memoryKib < other.memoryKib || rounds < other.rounds;
  }
}
