package dev.windowshop.client.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the browser comes back to after signing in at a provider: one address on this machine, for
/// one sign-in (RFC 8252). Anything may knock here, so only what carries the right state counts.
final class Loopback implements AutoCloseable {
  private static final String PATH = "/callback";
  private static final int KNOCK_MILLIS = 5_000;

  /// What the browser brought.
  sealed interface Visit {
    record Code(String code, String state) implements Visit {}

    /// The provider said no, or the person did.
    record Refused(String error) implements Visit {}
  }

  private final ServerSocket server;

  Loopback() throws IOException {
    this.server = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"));
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort() + PATH;
  }

  /// Blocks until the browser comes back.
  ///
  /// @param state what has to come back with the code
  /// @param provider its name, for the page that the browser shows
  /// @throws IOException when this was closed before that
  Visit await(String state, String provider) throws IOException {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(KNOCK_MILLIS);
        Visit visit = answer(socket, state, provider);
        if (visit != null) {
          return visit;
        }
      } catch (java.net.SocketTimeoutException e) {
        // Somebody knocked and said nothing.
        continue;
      } catch (IOException e) {
        if (server.isClosed()) {
          throw e;
        }
      }
    }
  }

  private static @Nullable Visit answer(Socket socket, String state, String provider)
      throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 8192);
    String line = line(in);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      // Nothing in them is needed.
      continue;
    }
    String[] parts = line.split(" ");
    Map<String, String> query =
        parts.length >= 2 && parts[0].equals("GET") && parts[1].startsWith(PATH + "?")
            ? query(parts[1])
            : Map.of();
    if (!state.equals(query.get("state"))) {
      send(socket, 404, page("Nothing here", "This page belongs to the Windowshop app."));
      return null;
    }
    String code = query.get("code");
    if (code == null) {
      String error = query.getOrDefault("error", "");
      send(
          socket,
          200,
          page("You are not signed in", provider + " did not confirm it. Go back to Windowshop."));
      return new Visit.Refused(error);
    }
    send(socket, 200, page("That worked", "You can close this page and go back to Windowshop."));
    return new Visit.Code(code, state);
  }

  private static String line(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() > 8192) {
        throw new IOException("a line without an end");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static Map<String, String> query(String target) {
    Map<String, String> values = new HashMap<>();
    try {
      String raw = URI.create(target).getRawQuery();
      for (String pair : raw == null ? new String[0] : raw.split("&")) {
        String[] parts = pair.split("=", 2);
        values.put(
            parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
      }
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
    return values;
  }

  private static void send(Socket socket, int status, String html) throws IOException {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + (status == 200 ? " OK" : " Not Found")
            + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + body.length
            + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
            + "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
            + "Connection: close\r\n\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  /// In the app's colours, light or dark as the browser is.
  private static String page(String title, String text) {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>Windowshop</title>
    <meta name="viewport" content="width=device-width"><style>
    :root{color-scheme:light dark}
    body{margin:0;min-height:100vh;display:grid;place-items:center;background:#FBFAF8;
    color:#1D1B19;font:15px/1.4 Inter,system-ui,sans-serif}
    main{background:#fff;border:1px solid #E9E5DF;border-radius:14px;padding:40px 48px;
    max-width:360px;text-align:center}h1{font-size:28px;line-height:1.2;margin:0 0 8px}
    p{margin:0;color:#6F6A63}b{color:#D9480F;display:block;margin-bottom:24px}
    @media(prefers-color-scheme:dark){body{background:#141312;color:#F3EFE9}
    main{background:#1C1B19;border-color:#34312D}p{color:#A59E94}b{color:#FF8552}}
    </style><main><b>Windowshop</b><h1>%s</h1><p>%s</p></main></html>
    """
        .formatted(escaped(title), escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(Loopback.class).debug("closing the loopback", e);
    }
  }
}
