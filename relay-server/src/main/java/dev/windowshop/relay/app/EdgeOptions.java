package dev.windowshop.relay.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// TLS, browsers of other origins, and who may read the metrics.
final class EdgeOptions {
  private static final int SHORTEST_TOKEN = 16;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Certificate chain, PEM; with --tls-key. Read again when it changes.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, PEM.")
  private @Nullable Path key;

  @Option(
      names = "--tls-keystore",
      paramLabel = "FILE",
      description = "Certificate and key in a keystore (.p12, .pfx or .jks) instead.")
  private @Nullable Path keystore;

  @Option(
      names = "--tls-keystore-password",
      paramLabel = "PASSWORD",
      description = "The keystore's password; better as --tls-keystore-password-file.")
  private @Nullable String keystorePassword;

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      split = ",",
      description =
          "Origin of browsers that may use the relay, for example https://shop.example.org; may be"
              + " given several times, * for any.")
  private List<String> corsOrigins = List.of();

  @Option(
      names = "--metrics-token",
      paramLabel = "TOKEN",
      description =
          "Lets /metrics be read from other machines, as a Bearer token; better as"
              + " --metrics-token-file.")
  private @Nullable String metricsToken;

  EdgeConfig config() {
    for (String origin : corsOrigins) {
      if (!origin.equals("*") && !isOrigin(origin)) {
        throw wrong("--cors-origin must be like https://shop.example.org, not '" + origin + "'.");
      }
    }
    if (metricsToken != null && metricsToken.length() < SHORTEST_TOKEN) {
      throw wrong("--metrics-token must have " + SHORTEST_TOKEN + " characters or more.");
    }
    return new EdgeConfig(tls(), corsOrigins, metricsToken);
  }

  private @Nullable TlsConfig tls() {
    if ((certificate == null) != (key == null)) {
      throw wrong("--tls-cert and --tls-key go together.");
    }
    if (certificate != null && key != null) {
      if (keystore != null) {
        throw wrong("Give --tls-cert and --tls-key, or --tls-keystore, not both.");
      }
      return new TlsConfig.Pem(readable(certificate), readable(key));
    }
    if (keystore == null) {
      return null;
    }
    if (keystorePassword == null) {
      throw wrong("--tls-keystore needs --tls-keystore-password-file or --tls-keystore-password.");
    }
    return new TlsConfig.Keystore(readable(keystore), keystorePassword);
  }

  private Path readable(Path file) {
    if (!Files.isReadable(file)) {
      throw wrong("There is no file " + file + " that can be read.");
    }
    return file;
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getScheme() != null
          && uri.getHost() != null
          && uri.getRawPath().isEmpty()
          && uri.getRawQuery() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
