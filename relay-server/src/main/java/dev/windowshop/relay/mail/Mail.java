package dev.windowshop.relay.mail;

/// One mail, in plain text. Its text may hold a secret.
public record Mail(String to, String subject, String text) {
  @Override
  public String toString() {
    return "Mail[" + subject + ", [REDACTED]]";
  }
}
