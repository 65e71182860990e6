package dev.windowshop.relay.app;

import dev.windowshop.relay.account.PasswordCost;
import picocli.CommandLine.Option;

/// What a password's hash costs, as options.
final class PasswordOptions {
  @Option(
      names = "--password-memory",
      paramLabel = "KIB",
      defaultValue = "19456",
      description =
          "KiB of memory that the hash of a password fills, to make guessing dear (default and"
              + " least: ${DEFAULT-VALUE}).")
  private int memory;

  @Option(
      names = "--password-rounds",
      paramLabel = "N",
      defaultValue = "2",
      description = "How often it is gone over (default and least: ${DEFAULT-VALUE}).")
  private int rounds;

  /// @throws IllegalArgumentException saying in a sentence what is wrong
  PasswordCost cost() {
    PasswordCost least = PasswordCost.DEFAULT;
    PasswordCost asked;
    try {
      asked = new PasswordCost(memory, rounds);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The cost of passwords: " + e.getMessage() + ".", e);
    }
    if (asked.isBelow(least)) {
      throw new IllegalArgumentException(
          "--password-memory and --password-rounds must be at least %d and %d."
              .formatted(least.memoryKib(), least.rounds()));
    }
    return asked;
  }
}
