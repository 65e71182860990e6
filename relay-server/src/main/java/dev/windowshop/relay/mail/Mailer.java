package dev.windowshop.relay.mail;

/// Sends mail.
public interface Mailer {
  /// Returns when a server has taken it.
  ///
  /// @throws MailException when none has
  void send(Mail mail);
}
