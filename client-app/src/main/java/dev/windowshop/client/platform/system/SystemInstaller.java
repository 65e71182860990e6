package dev.windowshop.client.platform.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Hands a package to the system's own installer, which asks for what rights it needs.
public final class SystemInstaller {
  private static final long PATIENCE_MINUTES = 20;
  private static final Path DEBIAN = Path.of("/var/lib/dpkg/info/windowshop.list");

  private SystemInstaller() {}

  /// Which kind of package this installation came from.
  public static String kind(SystemKind system) {
    return switch (system) {
      case WINDOWS -> "msi";
      case MACOS -> "dmg";
      case LINUX -> Files.exists(DEBIAN) || Programs.find("rpm") == null ? "deb" : "rpm";
    };
  }

  /// Blocks until the installer has ended, where it says when.
  ///
  /// @throws IOException when it cannot be started, was refused or failed
  public static void install(Path file) throws IOException {
    SystemKind system = SystemKind.here();
    List<String> command = command(system, kind(system), file, Programs.find("pkexec") != null);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("the installer has not ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException("the installer ended with " + process.exitValue());
    }
  }

  /// @param elevates whether the system has a way to ask for an administrator's password; else the
  ///   package is opened as its double click would
  static List<String> command(SystemKind system, String kind, Path file, boolean elevates) {
    String path = file.toAbsolutePath().toString();
    return switch (system) {
      case WINDOWS -> List.of("msiexec", "/i", path, "/passive");
      case MACOS -> List.of("open", "-W", path);
      case LINUX ->
          !elevates
              ? List.of("xdg-open", path)
              : kind.equals("deb")
                  ? List.of("pkexec", "apt-get", "install", "-y", path)
                  : List.of("pkexec", "dnf", "install", "-y", path);
    };
  }
}
