package dev.windowshop.client.call;

import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Call;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A call that we are in, as it is now. Immutable.
///
/// @param session our join generation
/// @param revision of the call, as the relay told it last
/// @param since when it became active, for the clock
/// @param mediaOpen whether the engine has this call; not after its process died
/// @param early what came while a join is on its way
public record Room(
    String callId,
    String conversationId,
    Call.Media media,
    long session,
    long revision,
    List<Call.Participant> participants,
    @Nullable Instant since,
    Local local,
    List<Peer> peers,
    boolean mediaOpen,
    Link link,
    Early early) {

  /// How we stand with the relay.
  public enum Link {
    JOINED,
    /// A join is on its way.
    JOINING,
    /// The next join waits for the relay or for the media process.
    LOST
  }

  @Nullable Peer peer(String userId) {
    for (Peer peer : peers) {
      if (peer.userId().equals(userId)) {
        return peer;
      }
    }
    return null;
  }

  Room withLocal(Local next) {
    return new Room(
        callId,
        conversationId,
        media,
        session,
        revision,
        participants,
        since,
        next,
        peers,
        mediaOpen,
        link,
        early);
  }

  Room withPeers(List<Peer> next) {
    return new Room(
        callId,
        conversationId,
        media,
        session,
        revision,
        participants,
        since,
        local,
        List.copyOf(next),
        mediaOpen,
        link,
        early);
  }

  /// Changes the connection that is meant; one that is gone changes nothing.
  Room withPeer(PeerKey key, UnaryOperator<Peer> change) {
    return withPeers(
        peers.stream().map(peer -> peer.key().equals(key) ? change.apply(peer) : peer).toList());
  }

  Room withLink(Link next) {
    return new Room(
        callId,
        conversationId,
        media,
        session,
        revision,
        participants,
        since,
        local,
        peers,
        mediaOpen,
        next,
        next == Link.JOINING ? early : Early.NONE);
  }

  Room withEarly(Early next) {
    return new Room(
        callId,
        conversationId,
        media,
        session,
        revision,
        participants,
        since,
        local,
        peers,
        mediaOpen,
        link,
        next);
  }

  Room withoutMedia() {
    return new Room(
        callId,
        conversationId,
        media,
        session,
        revision,
        participants,
        since,
        local.withSpeaking(false),
        peers,
        false,
        link,
        early);
  }

  Room told(long newRevision, List<Call.Participant> now, @Nullable Instant active) {
    return new Room(
        callId,
        conversationId,
        media,
        session,
        newRevision,
        now,
        active,
        local,
        peers,
        mediaOpen,
        link,
        early);
  }
}
