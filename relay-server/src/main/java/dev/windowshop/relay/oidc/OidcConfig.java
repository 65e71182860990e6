package dev.windowshop.relay.oidc;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which providers people may sign in with.
///
/// @param signUp whether somebody who is not known yet gets an account
public record OidcConfig(List<Provider> providers, boolean signUp) {
  public OidcConfig {
    providers = List.copyOf(providers);
    Set<String> ids = new HashSet<>();
    Set<String> issuers = new HashSet<>();
    for (Provider provider : providers) {
      if (!ids.add(provider.id()) || !issuers.add(provider.issuer())) {
        throw new IllegalArgumentException(
            "two OIDC providers have the same id or issuer: " + provider.id());
      }
    }
  }

  public static OidcConfig none() {
    return new OidcConfig(List.of(), true);
  }

  /// One provider.
  ///
  /// @param id short, in addresses: `keycloak`
  /// @param name on the button: `Our company`
  /// @param issuer exactly as its tokens say it
  /// @param secret null for a public client, which PKCE protects
  /// @param audiences what `aud` or `azp` of its own tokens may be; the client id always may
  public record Provider(
      String id,
      String name,
      String issuer,
      String clientId,
      @Nullable String secret,
      List<String> scopes,
      Set<String> audiences) {
    public static final List<String> USUAL_SCOPES = List.of("openid", "profile", "email");

    public Provider {
      scopes = List.copyOf(scopes);
      audiences = Set.copyOf(audiences);
      if (!id.matches("[a-z0-9][a-z0-9-]{0,30}")) {
        throw new IllegalArgumentException(
            "an OIDC provider's id has up to 31 small letters, digits and dashes, not '"
                + id
                + "'");
      }
      if (!isSafe(issuer)) {
        throw new IllegalArgumentException(
            "an OIDC issuer is an https address (http on loopback only), not '" + issuer + "'");
      }
    }

    /// https, or http to this very machine.
    static boolean isSafe(String address) {
      try {
        URI uri = URI.create(address);
        String host = uri.getHost();
        return host != null
            && ("https".equals(uri.getScheme())
                || "http".equals(uri.getScheme())
                    && (host.equals("localhost")
                        || host.startsWith("127.")
                        || host.equals("[::1]")));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    @Override
    public String toString() {
      return "Provider[" + id + ", " + issuer + ", [REDACTED]]";
    }
  }
}
