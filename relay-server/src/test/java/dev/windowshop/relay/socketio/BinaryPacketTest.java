package dev.windowshop.relay.socketio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryPacketTest {
  @Test
  void attachmentsGoWhereTheirPlaceholdersAre() throws MalformedPacketException, IOException {
    BinaryPacket packet =
        new BinaryPacket(
            PacketParser.parse(
                "52-[\"hi\",{\"_placeholder\":true,\"num\":1},"
                    + "{\"in\":[{\"_placeholder\":true,\"num\":0}]}]"));

    assertNull(packet.add(new byte[] {1}));
    Packet whole = packet.add(new byte[] {2, 3});

    assertNotNull(whole);
    JsonNode data = whole.data();
    assertNotNull(data);
    assertArrayEquals(new byte[] {2, 3}, data.get(1).binaryValue());
    assertArrayEquals(new byte[] {1}, data.get(2).get("in").get(0).binaryValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "\"0\"", "0.5", "null"})
  void aPlaceholderForNoAttachmentIsRefused(String number) throws MalformedPacketException {
    BinaryPacket packet =
        new BinaryPacket(
            PacketParser.parse("51-[\"hi\",{\"_placeholder\":true,\"num\":" + number + "}]"));

    assertThrows(MalformedPacketException.class, () -> packet.add(new byte[0]));
  }
}
