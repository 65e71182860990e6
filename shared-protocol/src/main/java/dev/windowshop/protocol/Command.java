package dev.windowshop.protocol;

/// Every command a client may emit, by its name on the wire, with the record it carries.
public enum Command {
  SEND_MESSAGE("send_message", Message.Send.class),
  JOIN_CONVERSATION("join_conversation", InConversation.class),
  LEAVE_CONVERSATION("leave_conversation", InConversation.class),
  TYPING_START("typing_start", InConversation.class),
  TYPING_STOP("typing_stop", InConversation.class),
  MARK_DELIVERED("mark_delivered", Mark.class),
  MARK_READ("mark_read", Mark.class),
  RENEW_TOKEN("renew_token", Renew.class),
  SET_PRESENCE("set_presence", SetPresence.class),
  SET_IDLE("set_idle", SetIdle.class),
  WATCH_PRODUCT("watch_product", OfProduct.class),
  UNWATCH_PRODUCT("unwatch_product", OfProduct.class),
  CALL_START("call_start", Call.Start.class),
  CALL_JOIN("call_join", Call.Join.class),
  CALL_DECLINE("call_decline", Call.Id.class),
  CALL_LEAVE("call_leave", Call.Id.class),
  CALL_HOLD("call_hold", Call.Hold.class),
  CALL_MEDIA("call_media", Call.Switches.class),
  CALL_KNOCK("call_knock", CallLink.Knocking.class),
  CALL_KNOCK_END("call_knock_end", CallLink.KnockId.class),
  CALL_ADMIT("call_admit", CallLink.KnockId.class),
  CALL_REFUSE("call_refuse", CallLink.KnockId.class),
  CALL_REMOVE("call_remove", CallLink.Guest.class),
  CALL_END("call_end", Call.Id.class),
  CALL_SIGNAL("call_signal", Call.Signal.class);

  private final String wire;
  private final Class<? extends Record> payload;

  Command(String wire, Class<? extends Record> payload) {
    this.wire = wire;
    this.payload = payload;
  }

  public String wire() {
    return wire;
  }

  public Class<? extends Record> payload() {
    return payload;
  }

  public record InConversation(String conversationId) {}

  public record Mark(String conversationId, Long seq) {
    public Mark(String conversationId, long seq) {
      this(conversationId, Long.valueOf(seq));
    }
  }

  public record OfProduct(String productId) {}

  /// @param status what to be shown as: online, away, busy, or offline for unseen
  public record SetPresence(PresenceStatus status) {}

  /// @param idle whether nobody has touched this device for a while
  public record SetIdle(Boolean idle) {}

  public record Renew(String token) {
    @Override
    public String toString() {
      return "Renew[[REDACTED]]";
    }
  }
}
