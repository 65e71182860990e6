package dev.windowshop.relay.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bytes a request asks for (RFC 9110, one range; several are answered with everything, which
/// is always allowed).
public sealed interface ByteRange {
  record Whole() implements ByteRange {}

  /// @param last included
  record Part(long first, long last) implements ByteRange {}

  record Unsatisfiable() implements ByteRange {}

  Pattern ONE = Pattern.compile("(?i)bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /// @param range the Range header
  /// @param ifRange the If-Range header: another content than `tag` is sent whole
  static ByteRange of(@Nullable String range, @Nullable String ifRange, String tag, long size) {
    Matcher matcher = range == null ? null : ONE.matcher(range);
    if (matcher == null || !matcher.matches() || (ifRange != null && !ifRange.equals(tag))) {
      return new Whole();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty() && last.isEmpty()) {
      return new Whole();
    }
    if (first.isEmpty()) {
      long count = Math.min(Long.parseLong(last), size);
      return count == 0 ? new Unsatisfiable() : new Part(size - count, size - 1);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return new Whole();
    }
    return from >= size ? new Unsatisfiable() : new Part(from, to);
  }
}
