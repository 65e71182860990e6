package dev.windowshop.client.chat;

import java.util.Locale;
import java.util.Set;

/// Names of files that strangers chose.
final class SafeFileName {
  private static final int LENGTH = 120;

  /// What some system runs, or shows with scripts, when it is opened.
  private static final Set<String> RUNNING =
      Set.of(
          "exe",
          "com",
          "bat",
          "cmd",
          "msi",
          "msp",
          "scr",
          "pif",
          "lnk",
          "url",
          "ps1",
          "psm1",
          "vbs",
          "vbe",
          "js",
          "jse",
          "wsf",
          "wsh",
          "hta",
          "cpl",
          "reg",
          "jar",
          "jnlp",
          "class",
          "sh",
          "bash",
          "zsh",
          "fish",
          "py",
          "pl",
          "rb",
          "php",
          "command",
          "app",
          "dmg",
          "pkg",
          "deb",
          "rpm",
          "appimage",
          "flatpakref",
          "snap",
          "desktop",
          "html",
          "htm",
          "xhtml",
          "shtml",
          "mht",
          "svg",
          "xml",
          "docm",
          "xlsm",
          "pptm",
          "iso",
          "img",
          "apk",
          "scpt",
          "workflow",
          "terminal",
          "inf",
          "gadget",
          "application",
          "settingcontent-ms",
          "library-ms");

  private SafeFileName() {}

  /// One that names a file in a folder of ours and nothing else, on any system.
  static String of(String name) {
    String plain =
        name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|\\u202A-\\u202E\\u2066-\\u2069]", "_")
            .strip()
            .replaceAll("^\\.+|[. ]+$", "");
    if (plain.length() > LENGTH) {
      int dot = plain.lastIndexOf('.');
      String end = dot > 0 && plain.length() - dot <= 12 ? plain.substring(dot) : "";
      plain = plain.substring(0, LENGTH - end.length()) + end;
    }
    return plain.isEmpty() ? "file" : plain;
  }

  /// Whether opening it may run it.
  static boolean runs(String name, String mime) {
    int dot = name.lastIndexOf('.');
    String end = dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    return RUNNING.contains(end) || mime.equals("application/octet-stream");
  }
}
