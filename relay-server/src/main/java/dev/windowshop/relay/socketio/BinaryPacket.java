package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A packet that is complete only when its attachments have come.
final class BinaryPacket {
  private final Packet packet;
  private final List<byte[]> attachments = new ArrayList<>();

  BinaryPacket(Packet packet) {
    this.packet = packet;
  }

  /// @return the whole packet with the attachments in their places, or null while some are missing
  @Nullable Packet add(byte[] attachment) throws MalformedPacketException {
    attachments.add(attachment);
    return attachments.size() < packet.attachments() ? null : whole();
  }

  Packet whole() throws MalformedPacketException {
    JsonNode data = packet.data();
    return new Packet(
        packet.type(),
        packet.attachments(),
        packet.namespace(),
        packet.id(),
        data == null ? null : fill(data));
  }

  private JsonNode fill(JsonNode node) throws MalformedPacketException {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, fill(array.get(i)));
      }
    } else if (node instanceof ObjectNode object) {
      if (object.path("_placeholder").asBoolean()) {
        JsonNode number = object.path("num");
        if (!number.isInt() || number.intValue() < 0 || number.intValue() >= attachments.size()) {
          throw new MalformedPacketException("a placeholder for no attachment");
        }
        return BinaryNode.valueOf(attachments.get(number.intValue()));
      }
      for (String name : names(object)) {
        object.set(name, fill(object.get(name)));
      }
    }
    return node;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>(object.size());
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
