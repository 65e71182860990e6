package dev.windowshop.relay.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.windowshop.relay.socketio.engine.Outgoing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacketWriterTest {
  record Picture(String name, byte[] bytes) {}

  private final PacketWriter writer = new PacketWriter(JsonMapper.builder().build());

  @Test
  void anEventIsOneTextMessage() {
    assertPackets(
        writer.event("/", null, "hi", new Object[] {1, "zwei", Map.of("3", true)}),
        "42[\"hi\",1,\"zwei\",{\"3\":true}]");
  }

  @Test
  void namespaceAndIdStandBeforeTheArguments() {
    assertPackets(writer.event("/a", 12L, "hi", new Object[] {}), "42/a,12[\"hi\"]");
    assertPackets(writer.ack("/", 12, new Object[] {null}), "4312[null]");
  }

  @Test
  void jsonThatIsEncodedAlreadyGoesOutAsItIs() {
    assertPackets(
        writer.event("/", null, "hi", new Object[] {new RawValue("{\"a\":1}")}),
        "42[\"hi\",{\"a\":1}]");
  }

  @Test
  void binaryBecomesMessagesOfItsOwnHoweverDeepItLies() {
    Object node = JsonNodeFactory.instance.arrayNode().add(BinaryNode.valueOf(new byte[] {3}));

    List<Outgoing> packets =
        writer.event(
            "/a",
            null,
            "hi",
            new Object[] {new byte[] {1}, new Picture("p", new byte[] {2}), node});

    assertPackets(
        packets,
        "453-/a,[\"hi\",{\"_placeholder\":true,\"num\":0},"
            + "{\"name\":\"p\",\"bytes\":{\"_placeholder\":true,\"num\":1}},"
            + "[{\"_placeholder\":true,\"num\":2}]]",
        "\u0001",
        "\u0002",
        "\u0003");
  }

  @Test
  void anAnswerMayBeBinary() {
    assertPackets(
        writer.ack("/", 5, new Object[] {new byte[] {9}}),
        "461-5[{\"_placeholder\":true,\"num\":0}]",
        "\t");
  }

  @Test
  void aRefusalCarriesItsData() {
    assertPackets(
        writer.plain(PacketType.CONNECT_ERROR, "/a", Map.of("message", "no")),
        "44/a,{\"message\":\"no\"}");
    assertPackets(writer.plain(PacketType.DISCONNECT, "/", null), "41");
  }

  private static void assertPackets(List<Outgoing> packets, String... expected) {
    assertEquals(List.of(expected), packets.stream().map(Outgoing::toString).toList());
  }
}
