package dev.windowshop.client.platform.system;

import java.util.Locale;

/// Which of the three systems this is; what is none of them is taken for a Linux.
public enum SystemKind {
  LINUX("linux"),
  WINDOWS("windows"),
  MACOS("macos");

  private final String wire;

  SystemKind(String wire) {
    this.wire = wire;
  }

  public static SystemKind here() {
    return of(System.getProperty("os.name", ""));
  }

  /// @param name as `os.name` has it
  public static SystemKind of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("mac") || lower.contains("darwin")) {
      return MACOS;
    }
    return lower.contains("win") ? WINDOWS : LINUX;
  }

  /// As releases name it.
  public String wire() {
    return wire;
  }

  /// This machine's processor, as releases name it.
  public static String processor() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x86_64" -> "x64";
      case "aarch64" -> "arm64";
      default -> name;
    };
  }
}
