package dev.windowshop.bench.calls;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Call;
import java.util.List;

/// One among others: hands what either side wants signalled to the other, in place of the relay.
/// The others live in one process and have a call each, with that one alone, so that they cost no
/// more than they must.
final class Mesh {
  static final String ONE = "one";
  static final int FIRST_STAMP = 100;
  private static final int OWN_STAMP = 7;
  private static final String CALL = "call";
  private static final PeerKey ONE_KEY = new PeerKey(ONE, 1);

  private final MediaEngine one;
  private final MediaEngine others;
  private final Scene scene;

  Mesh(MediaEngine one, MediaEngine others, Scene scene) {
    this.one = one;
    this.others = others;
    this.scene = scene;
    one.onEvent(this::fromOne);
    others.onEvent(this::fromOthers);
  }

  /// `peer1` and so on.
  static String name(int peer) {
    return "peer" + peer;
  }

  void connect() {
    open(one, CALL, OWN_STAMP);
    for (int peer = 1; peer < scene.people(); peer++) {
      String name = name(peer);
      open(others, name, FIRST_STAMP + peer);
      one.send(new MediaCommand.AddPeer(CALL, new PeerKey(name, 1), 1, false, false));
      others.send(new MediaCommand.AddPeer(name, ONE_KEY, 1, true, true));
    }
  }

  private void open(MediaEngine engine, String callId, int stamp) {
    engine.send(
        new MediaCommand.OpenCall(
            callId, Call.Media.VIDEO, List.of(), false, true, false, LocalSources.demo(stamp)));
    engine.send(
        new MediaCommand.SetVideoSize(
            callId, scene.width(), scene.height(), scene.framesPerSecond()));
  }

  private void fromOne(MediaEvent event) {
    if (event instanceof MediaEvent.LocalDescription mine) {
      others.send(
          new MediaCommand.RemoteDescription(mine.peer().userId(), ONE_KEY, mine.description()));
    } else if (event instanceof MediaEvent.LocalCandidate mine) {
      others.send(
          new MediaCommand.RemoteCandidate(mine.peer().userId(), ONE_KEY, mine.candidate()));
    }
  }

  private void fromOthers(MediaEvent event) {
    if (event instanceof MediaEvent.LocalDescription theirs) {
      PeerKey from = new PeerKey(theirs.callId(), 1);
      one.send(new MediaCommand.RemoteDescription(CALL, from, theirs.description()));
    } else if (event instanceof MediaEvent.LocalCandidate theirs) {
      PeerKey from = new PeerKey(theirs.callId(), 1);
      one.send(new MediaCommand.RemoteCandidate(CALL, from, theirs.candidate()));
    }
  }
}
