package dev.windowshop.relay.app;

import dev.windowshop.relay.mail.SmtpConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Sending mail, as options.
final class MailOptions {
  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description = "Server that takes mail; without one no mail is sent.")
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      paramLabel = "N",
      description = "Its port (default: 587, 465 with tls, 25 with none).")
  private @Nullable Integer port;

  @Option(
      names = "--smtp-security",
      paramLabel = "starttls|tls|none",
      defaultValue = "starttls",
      description = "How the connection is protected (default: ${DEFAULT-VALUE}).")
  private String security;

  @Option(names = "--smtp-user", paramLabel = "NAME", description = "User name there, if any.")
  private @Nullable String user;

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = "File with the password there.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "Whom mail comes from, for example \"Our shop <shop@example.org>\".")
  private @Nullable String from;

  /// Null without a server.
  ///
  /// @throws ParameterException saying which option is wrong
  @Nullable SmtpConfig config(CommandSpec spec) {
    if (host == null || host.isBlank()) {
      return null;
    }
    if (from == null || !from.contains("@")) {
      throw new ParameterException(
          spec.commandLine(), "--mail-from must be an email address when --smtp-host is given.");
    }
    SmtpConfig.Security chosen;
    try {
      chosen = SmtpConfig.Security.valueOf(security.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--smtp-security must be starttls, tls or none, not '" + security + "'.");
    }
    int usual =
        switch (chosen) {
          case NONE -> 25;
          case STARTTLS -> 587;
          case TLS -> 465;
        };
    if (user != null && passwordFile == null) {
      throw new ParameterException(spec.commandLine(), "--smtp-user needs --smtp-password-file.");
    }
    return new SmtpConfig(
        host.strip(), port == null ? usual : port, chosen, user, password(spec), from);
  }

  private @Nullable String password(CommandSpec spec) {
    if (passwordFile == null) {
      return null;
    }
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--smtp-password-file " + passwordFile + " can't be read.");
    }
  }
}
