package dev.windowshop.relay.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What a provider says of itself at `/.well-known/openid-configuration`.
///
/// @param basicOnly whether its token endpoint takes the secret in a header only
record Metadata(
    String authorizationEndpoint,
    String tokenEndpoint,
    String jwksUri,
    @Nullable String userinfoEndpoint,
    boolean basicOnly) {

  static Metadata fetch(ProviderHttp http, String issuer) throws IOException {
    String address =
        (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
            + "/.well-known/openid-configuration";
    JsonNode tree;
    try {
      tree = Json.decode(http.get(address), JsonNode.class);
    } catch (ProblemException e) {
      throw new IOException(address + " answered something else than JSON", e);
    }
    if (!issuer.equals(tree.path("issuer").asText())) {
      throw new IOException(
          address + " is of the issuer " + tree.path("issuer") + ", not of " + issuer);
    }
    JsonNode methods = tree.path("token_endpoint_auth_methods_supported");
    boolean post = false;
    for (JsonNode method : methods) {
      post |= method.asText().equals("client_secret_post");
    }
    return new Metadata(
        endpoint(tree, "authorization_endpoint"),
        endpoint(tree, "token_endpoint"),
        endpoint(tree, "jwks_uri"),
        tree.has("userinfo_endpoint") ? endpoint(tree, "userinfo_endpoint") : null,
        !post);
  }

  private static String endpoint(JsonNode tree, String name) throws IOException {
    String address = tree.path(name).asText();
    if (!OidcConfig.Provider.isSafe(address)) {
      throw new IOException("the provider's " + name + " is no https address: " + address);
    }
    return address;
  }
}
