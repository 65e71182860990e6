package dev.windowshop.relay.demo.picture;

/// Reads the numbers and letters of a path. Confined to one thread.
final class PathScanner {
  private final String text;
  private int at;

  PathScanner(String text) {
    this.text = text;
  }

  boolean more() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length();
  }

  /// The next command letter, or the running one when a number follows.
  char command(char running) {
    return more() && Character.isLetter(text.charAt(at)) ? text.charAt(at++) : running;
  }

  double number() {
    more();
    int start = at;
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    return Double.parseDouble(text.substring(start, at));
  }

  private boolean isPart(char c) {
    return Character.isDigit(c) || c == '.' || c == 'E' || (c == '-' && text.charAt(at - 1) == 'E');
  }
}
