package dev.windowshop.client.platform.system;

import java.util.List;

/// Has the system open `windowshop://` links with this application. On Linux and macOS the package
/// says it; on Windows it is a part of the user's registry, which the application writes itself.
/// Blocks.
public final class UrlScheme {
  private static final String KEY = "HKCU\\Software\\Classes\\windowshop";

  private UrlScheme() {}

  /// @param launcher the installed program
  public static void register(String launcher) {
    for (List<String> command : commands(SystemKind.here(), launcher)) {
      Programs.run("", command);
    }
  }

  static List<List<String>> commands(SystemKind system, String launcher) {
    return switch (system) {
      case LINUX, MACOS -> List.of();
      case WINDOWS ->
          List.of(
              List.of("reg", "add", KEY, "/ve", "/d", "URL:Windowshop", "/f"),
              List.of("reg", "add", KEY, "/v", "URL Protocol", "/d", "", "/f"),
              List.of(
                  "reg",
                  "add",
                  KEY + "\\shell\\open\\command",
                  "/ve",
                  "/d",
                  "\"" + launcher + "\" \"%1\"",
                  "/f"));
    };
  }
}
