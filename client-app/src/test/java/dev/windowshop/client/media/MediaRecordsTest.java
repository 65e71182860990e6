package dev.windowshop.client.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.media.link.LinkMessage;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Json;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MediaRecordsTest {
  private static final PeerKey PEER = new PeerKey("anna", 3);
  private static final JsonNode JSON = Json.tree(Map.of("type", "offer", "sdp", "v=0"));

  private static final List<MediaCommand> COMMANDS =
      List.of(
          new MediaCommand.OpenCall(
              "c",
              Call.Media.VIDEO,
              List.of(new Call.IceServer(List.of("turn:relay"), "me", "secret")),
              true,
              false,
              true,
              LocalSources.demo(12)),
          new MediaCommand.CloseCall("c"),
          new MediaCommand.AddPeer("c", PEER, 2, true, false, true),
          new MediaCommand.RemovePeer("c", PEER),
          new MediaCommand.RemoteDescription("c", PEER, JSON),
          new MediaCommand.RemoteCandidate("c", PEER, null),
          new MediaCommand.RestartIce("c", PEER),
          new MediaCommand.SetMuted("c", true),
          new MediaCommand.SetHeld("c", true),
          new MediaCommand.SetHand("c", true),
          new MediaCommand.React("c", "👏"),
          new MediaCommand.SetDeaf("c", PEER, true),
          new MediaCommand.ListenFor("c", PEER, 440),
          new MediaCommand.SetCamera("c", true),
          new MediaCommand.SetVideoSize("c", 320, 180, 15),
          new MediaCommand.SetSources("c", LocalSources.devices(1)),
          new MediaCommand.SetSharing("c", new ScreenSource(ScreenSource.Kind.WINDOW, 7, "Shop")),
          new MediaCommand.SetMeter("c", true),
          new MediaCommand.ListScreens(),
          new MediaCommand.ListDevices());

  private static final List<MediaEvent> EVENTS =
      List.of(
          new MediaEvent.Ready(1, 2),
          new MediaEvent.LocalDescription("c", PEER, 2, JSON),
          new MediaEvent.LocalCandidate("c", PEER, 2, null),
          new MediaEvent.PeerState("c", PEER, MediaEvent.Connection.CONNECTED),
          new MediaEvent.PeerMedia("c", PEER, true, false, true),
          new MediaEvent.PeerReacted("c", PEER, "👏"),
          new MediaEvent.PeerCode("c", PEER, "1234 5678 9012"),
          new MediaEvent.Quality("c", 1, false, MediaEvent.Strain.NETWORK),
          new MediaEvent.TileOpened("c", null, Path.of("/tmp/x")),
          new MediaEvent.TileClosed("c", PEER),
          new MediaEvent.ScreenOpened("c", PEER, Path.of("/tmp/y")),
          new MediaEvent.ScreenClosed("c", PEER),
          new MediaEvent.Sharing("c", null),
          new MediaEvent.Screens(List.of(new ScreenSource(ScreenSource.Kind.SCREEN, 0, "Screen"))),
          new MediaEvent.ScreenPictured(
              new ScreenSource(ScreenSource.Kind.SCREEN, 0, "Screen"), Path.of("/tmp/z")),
          new MediaEvent.NetworkChanged(),
          new MediaEvent.Levels("c", List.of(new MediaEvent.Level(null, 0.5, true, 0.9))),
          new MediaEvent.Stats(
              "c",
              PEER,
              1.5,
              2,
              3,
              0.1,
              "udp",
              0.2,
              new MediaEvent.Flow("VP8", 640, 360, 30, 1.5),
              new MediaEvent.Flow("VP8", 320, 180, 15, 1.25),
              MediaEvent.Flow.NONE,
              new MediaEvent.Flow("VP8", 1280, 720, 8, 1)),
          new MediaEvent.Devices(List.of(new MediaEvent.Device("1", "Eye")), List.of(), List.of()),
          new MediaEvent.DeviceSwitched("c", MediaEvent.DeviceKind.MICROPHONE, "Old", null, false),
          new MediaEvent.SoundServer("c", false),
          new MediaEvent.LocalMedia(
              "c", LocalSources.Picture.PATTERN, LocalSources.Sound.SILENCE, true, true),
          new MediaEvent.Failed("c", "why"),
          new MediaEvent.Died("why", true),
          new MediaEvent.Restarted(2));

  private static LinkMessage throughJson(LinkMessage message) {
    return Json.decode(Json.encodeBytes(message), LinkMessage.class);
  }

  @Test
  void everyCommandSurvivesTheLink() {
    for (MediaCommand command : COMMANDS) {
      LinkMessage message = new LinkMessage.Command(command);
      assertEquals(message, throughJson(message));
    }
    assertEquals(kinds(MediaCommand.class), kinds(COMMANDS));
  }

  @Test
  void everyEventSurvivesTheLink() {
    for (MediaEvent event : EVENTS) {
      LinkMessage message = new LinkMessage.Event(event);
      assertEquals(message, throughJson(message));
    }
    assertEquals(kinds(MediaEvent.class), kinds(EVENTS));
  }

  @Test
  void secretsAreNotPrinted() {
    assertFalse(COMMANDS.getFirst().toString().contains("secret"));
    assertTrue(new LinkMessage.Hello("secret", 1, 1).toString().endsWith("version=1]"));
    assertFalse(new LinkMessage.Hello("secret", 1, 1).toString().contains("secret"));
  }

  private static List<String> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .sorted()
        .collect(Collectors.toList());
  }

  private static List<String> kinds(List<?> values) {
    return values.stream().map(value -> value.getClass().getSimpleName()).sorted().toList();
  }
}
