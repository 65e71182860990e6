package dev.windowshop.client.shell.look;

/// What the shopper chose.
public enum ThemeMode {
  SYSTEM,
  LIGHT,
  DARK
}
