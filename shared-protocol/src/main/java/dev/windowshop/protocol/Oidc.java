package dev.windowshop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Signing in with an OpenID Connect provider: requests and answers of `/auth/providers` and
/// `/auth/oidc`. Those with a secret never print it.
public final class Oidc {
  private Oidc() {}

  /// @param name as on the button
  public record Provider(String id, String name) {}

  /// `GET /auth/providers`.
  public record Providers(List<Provider> items) {}

  /// @param redirectUri where the app listens: http, a loopback address, any port
  public record Start(String provider, String redirectUri) {}

  /// @param authorizationUrl to open in the system's browser
  /// @param flow to be given back with the code; a secret of the app that began
  public record Started(String authorizationUrl, String flow) {
    @Override
    public String toString() {
      return "Started[[REDACTED]]";
    }
  }

  /// @param state and `code` as the browser brought them
  /// @param device as at [Auth.SignUp]
  public record Finish(String flow, String state, String code, @Nullable String device) {
    public Finish(String flow, String state, String code) {
      this(flow, state, code, null);
    }

    @Override
    public String toString() {
      return "Finish[[REDACTED]]";
    }
  }

  /// @param linkToken from the `link-required` problem
  /// @param password of the account that is there already
  /// @param device as at [Auth.SignUp]
  public record Link(String linkToken, String password, @Nullable String device) {
    public Link(String linkToken, String password) {
      this(linkToken, password, null);
    }

    @Override
    public String toString() {
      return "Link[[REDACTED]]";
    }
  }

  /// Gives an identity to the account that one is signed in to.
  ///
  /// @param state and `code` as the browser brought them
  /// @param password of the account; null for one that has none
  public record Connect(String flow, String state, String code, @Nullable String password) {
    @Override
    public String toString() {
      return "Connect[[REDACTED]]";
    }
  }

  /// Takes an identity from the account again.
  ///
  /// @param password of the account; null for one that has none
  public record Disconnect(String issuer, @Nullable String password) {
    @Override
    public String toString() {
      return "Disconnect[[REDACTED]]";
    }
  }
}
