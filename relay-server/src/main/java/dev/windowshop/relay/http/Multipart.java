package dev.windowshop.relay.http;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `multipart/form-data` (RFC 7578) part by part while it arrives; nothing is kept but a few
/// lines. One thread.
public final class Multipart {
  /// A part; its content is read before the next one is asked for.
  ///
  /// @param fileName null for a plain field
  public record Part(String name, @Nullable String fileName, InputStream content) {
    /// The text of a field.
    ///
    /// @throws ProblemException 413 when it is no short one
    public String text() throws IOException {
      byte[] bytes = content.readNBytes(FIELD + 1);
      if (bytes.length > FIELD) {
        throw new ProblemException(ProblemType.TOO_LARGE, "The field " + name + " is too long.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static final int FIELD = 4_000;
  private static final int LINE = 8_000;
  private static final int LINES = 32;
  private static final int PARTS = 32;

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70})).*");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i);\\s*(name|filename|filename\\*)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]*))");

  private final InputStream body;
  private final byte[] buffer = new byte[65_536];
  private int pos;
  private int end;
  private final byte[] delimiter;
  private @Nullable Content open;
  private boolean last;
  private int parts;

  /// @throws ProblemException 415 when the body says that it is something else
  public Multipart(Request request) {
    this(request.header("Content-Type"), request.bodyStream());
  }

  Multipart(@Nullable String contentType, InputStream body) {
    Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA, "A file is sent as multipart/form-data with a boundary.");
    }
    String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    this.delimiter = ("\r\n--" + Objects.requireNonNull(boundary)).getBytes(StandardCharsets.UTF_8);
    this.body = body;
  }

  /// @return null after the last one
  public @Nullable Part next() throws IOException {
    if (open == null) {
      preamble();
    } else {
      open.transferTo(OutputStream.nullOutputStream());
    }
    if (last) {
      return null;
    }
    if (++parts > PARTS) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "The form has too many parts.");
    }
    Map<String, String> headers = headers();
    Content content = new Content();
    open = content;
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(headers.getOrDefault("content-disposition", ""));
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value =
          quoted == null
              ? matcher.group(3)
              : quoted.replace("%22", "\"").replaceAll("\\\\(.)", "$1");
      parameters.putIfAbsent(
          matcher.group(1).toLowerCase(Locale.ROOT), Objects.requireNonNull(value));
    }
    return new Part(
        parameters.getOrDefault("name", ""),
        parameters.containsKey("filename*")
            ? extended(parameters.get("filename*"))
            : parameters.get("filename"),
        content);
  }

  private static String extended(@Nullable String value) {
    String text = value == null ? "" : value.replaceFirst("(?i)^utf-8'[^']*'", "");
    try {
      return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  private void preamble() throws IOException {
    // The first delimiter may stand at the very beginning, without the line break before it.
    String expected = new String(delimiter, 2, delimiter.length - 2, StandardCharsets.UTF_8);
    for (int i = 0; i < LINES; i++) {
      String line = line();
      if (line.stripTrailing().equals(expected)) {
        return;
      }
      if (line.stripTrailing().equals(expected + "--")) {
        last = true;
        open = new Content();
        open.over = true;
        return;
      }
    }
    throw malformed(null);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < LINES; i++) {
      String line = line();
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    throw malformed(null);
  }

  private String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (bytes.size() < LINE) {
      int b = take();
      if (b < 0) {
        throw malformed(null);
      }
      if (b == '\n') {
        String line = bytes.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      }
      bytes.write(b);
    }
    throw malformed(null);
  }

  private int take() throws IOException {
    return pos < end || fill() ? buffer[pos++] & 0xFF : -1;
  }

  /// @return false when nothing more comes, or there is no room for it
  private boolean fill() throws IOException {
    if (pos > 0) {
      System.arraycopy(buffer, pos, buffer, 0, end - pos);
      end -= pos;
      pos = 0;
    }
    int count = end == buffer.length ? -1 : body.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count > 0;
  }

  private static ProblemException malformed(@Nullable Throwable cause) {
    ProblemException problem =
        new ProblemException(ProblemType.BAD_REQUEST, "The form can't be read to its end.");
    if (cause != null) {
      problem.addSuppressed(cause);
    }
    return problem;
  }

  /// Everything up to the next delimiter.
  private final class Content extends InputStream {
    private boolean over;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (length == 0) {
        return 0;
      }
      if (over) {
        return -1;
      }
      if (pos == end && !fill()) {
        throw malformed(null);
      }
      if (buffer[pos] == '\r' && delimited()) {
        over = true;
        return -1;
      }
      int count = 1;
      int most = Math.min(length, end - pos);
      while (count < most && buffer[pos + count] != '\r') {
        count++;
      }
      System.arraycopy(buffer, pos, into, offset, count);
      pos += count;
      return count;
    }

    /// At a `\r`: takes the delimiter when that is one.
    private boolean delimited() throws IOException {
      while (end - pos < delimiter.length) {
        if (!fill()) {
          throw malformed(null);
        }
      }
      if (Arrays.mismatch(buffer, pos, pos + delimiter.length, delimiter, 0, delimiter.length)
          >= 0) {
        return false;
      }
      pos += delimiter.length;
      int first = take();
      if (first == '-' && take() == '-') {
        last = true;
      } else {
        while (first == ' ' || first == '\t' || first == '\r') {
          first = take();
        }
        if (first != '\n') {
          throw malformed(null);
        }
      }
      return true;
    }
  }
}
