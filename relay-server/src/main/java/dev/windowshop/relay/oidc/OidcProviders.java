package dev.windowshop.relay.oidc;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The providers of this relay. Thread-safe.
public final class OidcProviders implements AutoCloseable {
  private final ProviderHttp http = new ProviderHttp();
  private final List<OidcProvider> all;

  public OidcProviders(OidcConfig config, Clock clock) {
    this.all =
        config.providers().stream()
            .map(provider -> new OidcProvider(provider, http, clock))
            .toList();
  }

  public List<OidcProvider> all() {
    return all;
  }

  public Optional<OidcProvider> byId(String id) {
    return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  public Optional<OidcProvider> byIssuer(String issuer) {
    return all.stream().filter(provider -> provider.issuer().equals(issuer)).findFirst();
  }

  /// Whose token this claims to be, before anything of it is believed.
  public Optional<OidcProvider> claimedBy(String token) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    try {
      String issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
      return issuer == null ? Optional.empty() : byIssuer(issuer);
    } catch (ParseException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
