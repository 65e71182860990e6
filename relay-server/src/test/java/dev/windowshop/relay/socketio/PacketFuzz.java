package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Feeds the packet decoder: lines of text, each a packet, with the bytes after them as
/// attachments. Whatever comes is decoded or refused; what was decoded and is written again decodes
/// to the same.
public final class PacketFuzz {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final PacketWriter WRITER = new PacketWriter(MAPPER);

  private PacketFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    BinaryPacket incomplete = null;
    int at = 0;
    while (at < data.length) {
      int end = at;
      while (end < data.length && data[end] != '\n') {
        end++;
      }
      byte[] message = Arrays.copyOfRange(data, at, end);
      at = end + 1;
      try {
        if (incomplete != null) {
          Packet whole = incomplete.add(message);
          incomplete = whole == null ? incomplete : null;
          if (whole != null) {
            check(whole);
          }
        } else {
          Packet packet = PacketParser.parse(new String(message, StandardCharsets.UTF_8));
          if (packet.attachments() > 0) {
            incomplete = new BinaryPacket(packet);
          } else {
            check(packet);
          }
        }
      } catch (MalformedPacketException e) {
        return; // The connection would end here.
      }
    }
  }

  private static void check(Packet packet) throws MalformedPacketException {
    JsonNode data = packet.data();
    if (packet.type() != PacketType.EVENT || data == null) {
      return;
    }
    List<JsonNode> args = new ArrayList<>();
    data.forEach(args::add);
    String event = args.removeFirst().textValue();
    String written =
        WRITER
            .event(packet.namespace(), packet.id(), event, args.toArray())
            .getFirst()
            .toString()
            .substring(1);
    Packet again = PacketParser.parse(written);
    if (!again.namespace().equals(packet.namespace())
        || !java.util.Objects.equals(again.id(), packet.id())
        || !String.valueOf(again.data()).equals(String.valueOf(data))) {
      throw new IllegalStateException("another packet: " + packet + " and " + again);
    }
  }
}
