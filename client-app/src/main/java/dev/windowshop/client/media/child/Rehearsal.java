package dev.windowshop.client.media.child;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.engine.InProcessMediaEngine;
import dev.windowshop.client.media.link.LinkMessage;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a media process does at the start of a call, done alone: with `-XX:AOTCacheOutput` it makes
/// the cache from which the real ones start faster.
final class Rehearsal {
  private static final String CALL = "rehearsal";
  private static final PeerKey PEER = new PeerKey("nobody", 1);

  private Rehearsal() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("windowshop-rehearsal");
    CountDownLatch offered = new CountDownLatch(2);
    try (InProcessMediaEngine engine = new InProcessMediaEngine(folder)) {
      engine.onEvent(event -> {
        throughTheLink(new LinkMessage.Event(event));
        if (event instanceof MediaEvent.LocalDescription
            || event instanceof MediaEvent.TileOpened) {
          offered.countDown();
        }
      });
      engine.start(SoundAccess.LISTENING, 1);
      for (MediaCommand command :
          List.of(
              new MediaCommand.OpenCall(
                  CALL, Call.Media.VIDEO, List.of(), false, true, false, LocalSources.devices(0)),
              new MediaCommand.AddPeer(CALL, PEER, 1, true, false))) {
        LinkMessage message = throughTheLink(new LinkMessage.Command(command));
        if (message instanceof LinkMessage.Command sent) {
          engine.send(sent.command());
        }
      }
      throughTheLink(new LinkMessage.Hello("", 1, LinkMessage.VERSION));
      throughTheLink(new LinkMessage.Pong(1, 0));
      if (!offered.await(20, TimeUnit.SECONDS)) {
        throw new IOException("the media library does not work here");
      }
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private static LinkMessage throughTheLink(LinkMessage message) {
    return Json.decode(Json.encodeBytes(message), LinkMessage.class);
  }
}
