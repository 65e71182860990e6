package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one packet: `type[attachments-][/namespace,][id][json]`.
final class PacketParser {
  static final int MAX_ATTACHMENTS = 10;
  private static final int MAX_ID_DIGITS = 15;
  private static final PacketType[] TYPES = PacketType.values();

  /// Names that mean something to clients themselves; no client can send them as events.
  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final String text;
  private int at;

  private PacketParser(String text) {
    this.text = text;
  }

  static Packet parse(String text) throws MalformedPacketException {
    return new PacketParser(text).parse();
  }

  private Packet parse() throws MalformedPacketException {
    int number = text.isEmpty() ? -1 : text.charAt(at++) - '0';
    if (number < 0 || number >= TYPES.length) {
      throw new MalformedPacketException("unknown packet type");
    }
    PacketType type = TYPES[number];
    int attachments = type.binary() ? attachments() : 0;
    String namespace = namespace();
    Long id = number();
    JsonNode data = json();
    if (!fits(type, data)) {
      throw new MalformedPacketException("a payload that does not fit " + type);
    }
    return new Packet(type, attachments, namespace, id, data);
  }

  private int attachments() throws MalformedPacketException {
    Long count = number();
    if (count == null || count > MAX_ATTACHMENTS || at == text.length() || text.charAt(at) != '-') {
      throw new MalformedPacketException("no valid number of attachments");
    }
    at++;
    return count.intValue();
  }

  private String namespace() {
    if (at == text.length() || text.charAt(at) != '/') {
      return "/";
    }
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    String name = text.substring(at, end);
    at = comma < 0 ? end : end + 1;
    return name;
  }

  private @Nullable Long number() throws MalformedPacketException {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      return null;
    }
    if (at - start > MAX_ID_DIGITS) {
      throw new MalformedPacketException("a number that is too long");
    }
    return Long.valueOf(text.substring(start, at));
  }

  private @Nullable JsonNode json() throws MalformedPacketException {
    if (at == text.length()) {
      return null;
    }
    try {
      return MAPPER.readTree(text.substring(at));
    } catch (JsonProcessingException e) {
      throw new MalformedPacketException("no valid JSON");
    }
  }

  private static boolean fits(PacketType type, @Nullable JsonNode data) {
    return switch (type) {
      case CONNECT -> data == null || data.isObject();
      case DISCONNECT -> data == null;
      case EVENT, BINARY_EVENT ->
          data != null
              && data.isArray()
              && data.path(0).isTextual()
              && !RESERVED.contains(data.path(0).textValue());
      case ACK, BINARY_ACK -> data != null && data.isArray();
      case CONNECT_ERROR -> false;
    };
  }
}
