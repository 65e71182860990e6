package dev.windowshop.relay.app;

import dev.windowshop.relay.oidc.OidcConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Signing in with OpenID Connect providers, as options.
final class OidcOptions {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "issuer",
          "client-id",
          "client-secret",
          "client-secret-file",
          "scopes",
          "audience");

  @Option(
      names = "--oidc-provider",
      paramLabel = "KEY=VALUE;…",
      split = "\\|",
      description =
          "OpenID Connect provider to sign in with; several times, or separated by |. Keys: id,"
              + " name, issuer, client-id, and if need be client-secret or client-secret-file,"
              + " scopes, audience (of its own tokens).")
  private List<String> providers = List.of();

  @Option(
      names = "--oidc-sign-up",
      arity = "1",
      paramLabel = "true|false",
      defaultValue = "true",
      description =
          "Whether somebody whom a provider vouches for and who has no account gets one (default:"
              + " ${DEFAULT-VALUE}).")
  private boolean signUp;

  /// @throws ParameterException saying which part of an option is wrong
  OidcConfig config(CommandSpec spec) {
    try {
      return new OidcConfig(
          providers.stream().filter(text -> !text.isBlank()).map(OidcOptions::provider).toList(),
          signUp);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--oidc-provider: " + e.getMessage() + ".");
    }
  }

  private static OidcConfig.Provider provider(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(";")) {
      String[] pair = part.split("=", 2);
      String key = pair[0].strip();
      if (pair.length != 2 || !KEYS.contains(key)) {
        // Never the value: it may be a secret.
        throw new IllegalArgumentException(
            "'" + key + "' is none of " + KEYS.stream().sorted().toList());
      }
      values.put(key, pair[1].strip());
    }
    for (String needed : List.of("id", "issuer", "client-id")) {
      if (values.getOrDefault(needed, "").isEmpty()) {
        throw new IllegalArgumentException(needed + " is missing");
      }
    }
    String id = Objects.requireNonNull(values.get("id"));
    String secretFile = values.get("client-secret-file");
    return new OidcConfig.Provider(
        id,
        values.getOrDefault("name", id),
        Objects.requireNonNull(values.get("issuer")),
        Objects.requireNonNull(values.get("client-id")),
        secretFile == null ? values.get("client-secret") : read(secretFile),
        values.containsKey("scopes")
            ? words(values.get("scopes"))
            : OidcConfig.Provider.USUAL_SCOPES,
        Set.copyOf(words(values.get("audience"))));
  }

  private static List<String> words(@org.jspecify.annotations.Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).distinct().toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("the client secret file " + file + " can't be read", e);
    }
  }
}
