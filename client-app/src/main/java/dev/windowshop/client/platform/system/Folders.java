package dev.windowshop.client.platform.system;

import java.nio.file.Path;
import java.util.Map;

/// Where this system wants an application's files, by its own rules: XDG, `%APPDATA%`, `~/Library`.
///
/// @param data what must last
/// @param cache what can be fetched again
/// @param autostart what the system starts when somebody signs in to it; unused on Windows
public record Folders(Path data, Path cache, Path autostart) {
  public static Folders here() {
    return of(SystemKind.here(), System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  public static Folders of(SystemKind system, Map<String, String> environment, Path home) {
    return switch (system) {
      case WINDOWS -> {
        Path roaming = place(environment, "APPDATA", home.resolve("AppData/Roaming"));
        Path local = place(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
        yield new Folders(
            roaming.resolve("Windowshop"), local.resolve("Windowshop/Cache"), roaming);
      }
      case MACOS -> {
        Path library = home.resolve("Library");
        yield new Folders(
            library.resolve("Application Support/Windowshop"),
            library.resolve("Caches/Windowshop"),
            library.resolve("LaunchAgents"));
      }
      case LINUX ->
          new Folders(
              place(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                  .resolve("windowshop"),
              place(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("windowshop"),
              place(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("autostart"));
    };
  }

  /// A variable counts only when it is absolute, as XDG has it.
  private static Path place(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.get(variable);
    return value == null || value.isBlank() || !Path.of(value).isAbsolute()
        ? otherwise
        : Path.of(value);
  }
}
