package dev.windowshop.protocol;

/// Constants that both sides must agree on.
public final class Protocol {
  /// Raised only when an older client can no longer talk to the relay.
  public static final int VERSION = 1;

  /// Prefix of every REST route except health, metrics and the API description.
  public static final String API = "/api/v1";

  /// Header carrying a guest's own 128 random bits (base64url or hex), made by the client.
  public static final String GUEST_HEADER = "Windowshop-Guest";

  public static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

  /// Messages that `join_conversation` answers with.
  public static final int JOIN_MESSAGES = 50;

  private Protocol() {}
}
