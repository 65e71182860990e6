package dev.windowshop.relay.limit;

import java.util.Optional;

/// Every limit there is, with what it counts, by whom, and how many are allowed unless the operator
/// says otherwise. The table in docs/operations.md is held against this one by a test.
public enum Limit {
  REQUESTS("requests", "6000/1m", "requests", "REST requests, by user, guests by address"),
  CONNECTIONS("connections", "600/1m", "connections", "new sockets, by address"),
  SIGN_IN_ADDRESS("sign-in-address", "100/5m", "attempts to sign in", "sign-ins, by address"),
  SIGN_IN_ACCOUNT(
      "sign-in-account", "10/5m", "wrong passwords", "wrong passwords, by the name signed in with"),
  SIGN_UP("sign-up", "30/1h", "new accounts", "sign-ups, by address"),
  TOKEN_REFRESH("token-refresh", "600/5m", "renewals", "renewed sign-ins, by address"),
  PASSWORD_RESET_ADDRESS(
      "password-reset-address", "20/1h", "requests", "forgotten passwords, by address"),
  PASSWORD_RESET_ACCOUNT(
      "password-reset-account", "5/1h", "requests", "forgotten passwords, by account"),
  PASSWORD_CONFIRM(
      "password-confirm",
      "10/5m",
      "wrong passwords",
      "wrong passwords of somebody signed in, by user"),
  DATA_EXPORT("data-export", "5/1h", "exports", "exports of one's data, by user"),
  COMMANDS("commands", "200/1s/1000", "commands", "socket commands, by socket"),
  MESSAGES_SENDER("messages-sender", "120/1m", "messages", "messages, by sender"),
  MESSAGES_CONVERSATION(
      "messages-conversation",
      "1200/1m",
      "messages in this conversation",
      "messages, by conversation"),
  STORIES("stories", "60/1h", "stories", "stories, by author"),
  CONVERSATIONS("conversations", "300/1h", "new conversations", "conversations opened, by user"),
  INVITES("invites", "200/1h", "invitations", "members added and invites, by user"),
  UPLOADS("uploads", "240/1h", "uploads", "attachments begun, by user"),
  SEARCHES("searches", "240/1m", "searches", "searches, by user, guests by address"),
  RECOMMENDATIONS(
      "recommendations",
      "300/1m",
      "requests",
      "lists of recommendations, by user, guests by address"),
  INTERACTIONS(
      "interactions", "300/1m", "requests", "reports of what was looked at, by user or address"),
  CHECKOUTS("checkouts", "60/10m", "orders", "checkouts and payments, by user"),
  PRODUCT_EDITS(
      "product-edits", "600/10m", "changes", "products and stock changed by their seller, by user"),
  REVIEWS("reviews", "60/1h", "reviews", "reviews written, changed and voted on, by user"),
  REPORTS("reports", "30/1h", "reports", "reports to the moderators, by user"),
  CALLS("calls", "60/10m", "calls", "calls begun, by user"),
  CALL_KNOCKS("call-knocks", "20/10m", "knocks", "knocks at calls by a link, by user"),
  CALL_SIGNALS("call-signals", "100/1s/600", "signals", "`call_signal`, by participant of a call");

  private final String name;
  private final Rate rate;
  private final String noun;
  private final String meaning;

  Limit(String name, String rate, String noun, String meaning) {
    this.name = name;
    this.rate = Rate.parse(rate);
    this.noun = noun;
    this.meaning = meaning;
  }

  /// As it is called in settings, metrics and the table.
  public String wire() {
    return name;
  }

  /// What holds unless something else is set.
  public Rate rate() {
    return rate;
  }

  /// What there were too many of, for the sentence that says so.
  String noun() {
    return noun;
  }

  /// What is counted and by whom, for the table.
  public String meaning() {
    return meaning;
  }

  public static Optional<Limit> ofWire(String name) {
    for (Limit limit : values()) {
      if (limit.name.equals(name)) {
        return Optional.of(limit);
      }
    }
    return Optional.empty();
  }
}
