package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windowshop.relay.socketio.engine.Outgoing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Encodes packets on the thread that sends them. Binary is found while the JSON is written,
/// however deep it lies, and becomes messages of its own. Thread-safe.
final class PacketWriter {
  private final ObjectMapper mapper;

  PacketWriter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  List<Outgoing> event(String namespace, @Nullable Long id, String event, @Nullable Object[] args) {
    return arguments(PacketType.EVENT, PacketType.BINARY_EVENT, namespace, id, event, args);
  }

  List<Outgoing> ack(String namespace, long id, @Nullable Object[] args) {
    return arguments(PacketType.ACK, PacketType.BINARY_ACK, namespace, id, null, args);
  }

  /// A packet without binary.
  List<Outgoing> plain(PacketType type, String namespace, @Nullable Object data) {
    try {
      byte[] json = data == null ? new byte[0] : mapper.writeValueAsBytes(data);
      return List.of(Outgoing.text(head(type, 0, namespace, null), json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Outgoing> arguments(
      PacketType plain,
      PacketType binary,
      String namespace,
      @Nullable Long id,
      @Nullable String event,
      @Nullable Object[] args) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(256);
    List<Outgoing> packets = new ArrayList<>(1);
    List<Outgoing> attachments = new ArrayList<>(0);
    try (JsonGenerator generator =
        new PlaceholderGenerator(mapper.getFactory().createGenerator(json), attachments)) {
      generator.writeStartArray();
      if (event != null) {
        generator.writeString(event);
      }
      for (Object arg : args) {
        mapper.writeValue(generator, arg);
      }
      generator.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("not encodable", e);
    }
    PacketType type = attachments.isEmpty() ? plain : binary;
    packets.add(Outgoing.text(head(type, attachments.size(), namespace, id), json.toByteArray()));
    packets.addAll(attachments);
    return packets;
  }

  private static byte[] head(
      PacketType type, int attachments, String namespace, @Nullable Long id) {
    StringBuilder head = new StringBuilder().append(type.ordinal());
    if (type.binary()) {
      head.append(attachments).append('-');
    }
    if (!namespace.equals("/")) {
      head.append(namespace).append(',');
    }
    if (id != null) {
      head.append(id.longValue());
    }
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Puts a placeholder where binary would be written, and keeps the binary.
  private static final class PlaceholderGenerator extends JsonGeneratorDelegate {
    private final List<Outgoing> attachments;

    PlaceholderGenerator(JsonGenerator target, List<Outgoing> attachments) {
      super(target, false);
      this.attachments = attachments;
    }

    @Override
    public void writeBinary(Base64Variant variant, byte[] data, int offset, int length)
        throws IOException {
      writeStartObject();
      writeBooleanField("_placeholder", true);
      writeNumberField("num", attachments.size());
      writeEndObject();
      attachments.add(Outgoing.binary(Arrays.copyOfRange(data, offset, offset + length)));
    }
  }
}
