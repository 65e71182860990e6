package dev.windowshop.relay.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketParserTest {
  @Test
  void aConnectionNeedsNothingButItsType() throws MalformedPacketException {
    assertEquals(new Packet(PacketType.CONNECT, 0, "/", null, null), PacketParser.parse("0"));
  }

  @Test
  void aConnectionNamesItsNamespaceAndBringsCredentials() throws MalformedPacketException {
    Packet packet = PacketParser.parse("0/custom,{\"token\":\"123\"}");

    assertEquals("/custom", packet.namespace());
    assertEquals("123", assertNotNullData(packet).path("token").textValue());
  }

  @Test
  void aNamespaceMayEndThePacket() throws MalformedPacketException {
    assertEquals(
        new Packet(PacketType.DISCONNECT, 0, "/custom", null, null),
        PacketParser.parse("1/custom"));
  }

  @Test
  void anEventMayAskForAnAnswer() throws MalformedPacketException {
    Packet packet = PacketParser.parse("2/a,456[\"hi\",1,{\"2\":[true]}]");

    assertEquals(PacketType.EVENT, packet.type());
    assertEquals(456L, packet.id());
    assertEquals("[\"hi\",1,{\"2\":[true]}]", assertNotNullData(packet).toString());
  }

  @Test
  void anEventWithoutAnIdAsksForNone() throws MalformedPacketException {
    assertNull(PacketParser.parse("2[\"hi\"]").id());
  }

  @Test
  void binaryTellsHowManyAttachmentsFollow() throws MalformedPacketException {
    Packet packet = PacketParser.parse("52-/a,7[\"hi\",{\"_placeholder\":true,\"num\":0}]");

    assertEquals(2, packet.attachments());
    assertEquals("/a", packet.namespace());
    assertEquals(7L, packet.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "7",
        "-1",
        "2",
        "2{}",
        "2[]",
        "2[1]",
        "2[null]",
        "2[\"connect\"]",
        "2[\"disconnecting\"]",
        "2abc[\"hi\"]",
        "2[\"hi\"",
        "2[\"hi\"] trailing",
        "2[\"hi\"][\"again\"]",
        "20123456789012345678[\"hi\"]",
        "0[1]",
        "0\"text\"",
        "1{}",
        "3{}",
        "3",
        "4{\"message\":\"from a client\"}",
        "5[\"hi\"]",
        "5-[\"hi\"]",
        "5999-[\"hi\"]",
        "51[\"hi\"]",
        "6x-[1]",
      })
  void whatIsNoPacketIsRefused(String text) {
    assertThrows(MalformedPacketException.class, () -> PacketParser.parse(text));
  }

  @Test
  void nestingHasALimit() {
    String deep = "2[\"hi\"," + "[".repeat(5000) + "]".repeat(5000) + "]";

    assertThrows(MalformedPacketException.class, () -> PacketParser.parse(deep));
  }

  private static com.fasterxml.jackson.databind.JsonNode assertNotNullData(Packet packet) {
    assertNotNull(packet.data());
    return packet.data();
  }
}
