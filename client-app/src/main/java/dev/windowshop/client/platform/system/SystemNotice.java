package dev.windowshop.client.platform.system;

import java.util.List;

/// A message of the system's in one line, for when the window is not looked at: by a program, where
/// the session's bus has nobody who shows notes ([dev.windowshop.client.platform.notes]). Where the
/// system has no such way, nothing is shown: the tray says it where there is one, and the window's
/// own title counts what waits. What programs can show this way has no line to answer in: that is
/// on the note inside the window. Blocks.
public final class SystemNotice {
  private static final int LONGEST = 200;

  private SystemNotice() {}

  /// @return false where this system has no such way
  public static boolean show(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    List<String> command = command(SystemKind.here(), shown);
    return !command.isEmpty()
        && Programs.find(command.getFirst()) != null
        && Programs.run("", command) != null;
  }

  /// The text is an argument, never part of a script.
  static List<String> command(SystemKind system, String text) {
    return switch (system) {
      case LINUX ->
          List.of(
              "notify-send",
              "--app-name=Windowshop",
              "--icon=windowshop",
              "--category=im.received",
              "--",
              "Windowshop",
              text);
      case MACOS ->
          List.of(
              "osascript",
              "-e",
              "on run argv",
              "-e",
              "display notification (item 1 of argv) with title \"Windowshop\"",
              "-e",
              "end run",
              text);
      case WINDOWS -> List.of();
    };
  }
}
