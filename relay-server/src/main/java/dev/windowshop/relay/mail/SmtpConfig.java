package dev.windowshop.relay.mail;

import org.jspecify.annotations.Nullable;

/// The server that takes our mail.
///
/// @param from whom mail comes from, `Windowshop <shop@example.org>`
/// @param username null for none
public record SmtpConfig(
    String host,
    int port,
    Security security,
    @Nullable String username,
    @Nullable String password,
    String from) {
  public enum Security {
    /// Plain text throughout: for a server on this machine.
    NONE,
    /// Begins in plain text and must change to TLS.
    STARTTLS,
    /// TLS from the first byte.
    TLS
  }

  @Override
  public String toString() {
    return "SmtpConfig[" + host + ":" + port + ", [REDACTED]]";
  }
}
