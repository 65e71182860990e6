package dev.windowshop.client.net;

import dev.windowshop.protocol.Protocol;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;

/// Where a relay is. Without TLS only on this machine, unless the user insists.
///
/// @param base scheme, host and port, without a slash at the end
/// @param folderName where a profile keeps what belongs to this relay
public record RelayAddress(String base, String folderName) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  /// @param insecure whether plain http to another machine is allowed
  /// @throws IllegalArgumentException with a message fit to be shown
  public static RelayAddress of(String text, boolean insecure) {
    String trimmed = text.strip();
    URI uri;
    try {
      uri = new URI(trimmed.contains("://") ? trimmed : "https://" + trimmed);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + text + "' is not an address.", e);
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a relay's address; it looks like https://relay.example.org.");
    }
    if (scheme.equals("http") && !insecure && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "http://"
              + host
              + " would send passwords and messages unprotected. Use https, or --allow-insecure if you"
              + " are sure of the network.");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String place = host.toLowerCase(Locale.ROOT) + port;
    return new RelayAddress(scheme + "://" + place, place.replaceAll("[^a-z0-9.-]", "_"));
  }

  /// A demo's relay comes back on another port and is still the same one.
  public RelayAddress ofDemo() {
    return new RelayAddress(base, "demo");
  }

  /// Whether what is sent can be read on the way: plain http, and not on this machine.
  public boolean exposed() {
    return !encrypted() && !LOOPBACK.contains(parse(base).host());
  }

  public boolean encrypted() {
    return base.startsWith("https:");
  }

  /// Of a REST route, given below `/api/v1`, with or without a query.
  HttpUrl route(String path) {
    return parse(base + Protocol.API + path);
  }

  /// Of a path on the relay, or of an absolute address as it is.
  HttpUrl resolve(String url) {
    return parse(url.startsWith("/") ? base + url : url);
  }

  boolean owns(HttpUrl url) {
    HttpUrl own = parse(base);
    return own.host().equals(url.host())
        && own.port() == url.port()
        && own.scheme().equals(url.scheme());
  }

  private static HttpUrl parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException("not an address: " + url);
    }
    return parsed;
  }
}
