package dev.windowshop.client.platform.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether the system starts the application when its user signs in, by each system's own means: a
/// file of XDG autostart, a launch agent, a value of the registry. Blocks.
public final class StartAtLogin {
  private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String NAME = "Windowshop";

  private final SystemKind system;
  private final Path folder;
  private final String launcher;

  /// @param folder where the system looks; unused on Windows
  /// @param launcher the installed program
  public StartAtLogin(SystemKind system, Path folder, String launcher) {
    this.system = system;
    this.folder = folder;
    this.launcher = launcher;
  }

  public boolean isOn() {
    return switch (system) {
      case LINUX, MACOS -> Files.exists(file());
      case WINDOWS -> Programs.run("", List.of("reg", "query", KEY, "/v", NAME)) != null;
    };
  }

  public void set(boolean on) throws IOException {
    switch (system) {
      case LINUX, MACOS -> {
        if (on) {
          Files.createDirectories(folder);
          Files.writeString(file(), content(), StandardCharsets.UTF_8);
        } else {
          Files.deleteIfExists(file());
        }
      }
      case WINDOWS -> {
        List<String> command =
            on
                ? List.of(
                    "reg",
                    "add",
                    KEY,
                    "/v",
                    NAME,
                    "/t",
                    "REG_SZ",
                    "/d",
                    "\"" + launcher + "\"",
                    "/f")
                : List.of("reg", "delete", KEY, "/v", NAME, "/f");
        if (Programs.run("", command) == null && isOn() != on) {
          throw new IOException("the registry did not take it");
        }
      }
    }
  }

  private Path file() {
    return folder.resolve(
        system == SystemKind.MACOS ? "dev.windowshop.Windowshop.plist" : "windowshop.desktop");
  }

  private String content() {
    if (system == SystemKind.MACOS) {
      return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0"><dict>
        <key>Label</key><string>dev.windowshop.Windowshop</string>
        <key>ProgramArguments</key><array><string>%s</string></array>
        <key>RunAtLoad</key><true/>
      </dict></plist>
      """
          .formatted(launcher.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
    return """
    [Desktop Entry]
    Type=Application
    Name=Windowshop
    Exec="%s"
    Icon=windowshop
    X-GNOME-Autostart-enabled=true
    """
        .formatted(launcher.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%"));
  }
}
