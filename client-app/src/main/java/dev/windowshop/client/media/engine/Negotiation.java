package dev.windowshop.client.media.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Perfect negotiation with one peer: either side may offer at any time, and when both do the
/// polite one takes its own back. Rollback is explicit, because the implicit one is refused by the
/// native library. Steps run one after the other; the engine's thread alone.
final class Negotiation {
  private static final Logger LOG = LoggerFactory.getLogger(Negotiation.class);

  private final Signalling signalling;
  private final boolean polite;
  private final Deque<Description> arrived = new ArrayDeque<>();
  private final Deque<JsonNode> candidates = new ArrayDeque<>();
  private boolean mayOffer;
  private boolean offerWanted;
  private boolean remoteKnown;
  private boolean busy;

  /// @param offerer the first offer is ours; the other side waits for it
  Negotiation(Signalling signalling, boolean offerer, boolean polite) {
    this.signalling = signalling;
    this.mayOffer = offerer;
    this.polite = polite;
  }

  /// Something changed that the peer has to agree to.
  void needed() {
    if (mayOffer) {
      offerWanted = true;
      next();
    }
  }

  void remote(Description description) {
    arrived.add(description);
    next();
  }

  void candidate(JsonNode candidate) {
    candidates.add(candidate);
    next();
  }

  private void next() {
    while (!busy && signalling.state() != Signalling.State.CLOSED) {
      Description description = arrived.poll();
      if (description != null) {
        busy = true;
        take(description);
      } else if (remoteKnown && !candidates.isEmpty()) {
        signalling.addCandidate(candidates.remove());
      } else if (offerWanted && signalling.state() == Signalling.State.STABLE) {
        offerWanted = false;
        busy = true;
        offer();
      } else {
        return;
      }
    }
  }

  private void done() {
    busy = false;
    next();
  }

  private void failed(String step, String reason) {
    LOG.warn("{} failed: {}", step, reason);
    done();
  }

  private void offer() {
    signalling.createOffer(
        offer ->
            signalling.setLocal(
                offer,
                () -> {
                  signalling.send(offer);
                  done();
                },
                reason -> failed("setting our offer", reason)),
        reason -> failed("offering", reason));
  }

  private void take(Description description) {
    switch (description.type()) {
      case OFFER -> takeOffer(description);
      case ANSWER, PRANSWER -> {
        if (signalling.state() == Signalling.State.LOCAL_OFFER) {
          signalling.setRemote(
              description, this::remoteSet, reason -> failed("taking their answer", reason));
        } else {
          done();
        }
      }
      // A rollback is a peer's own business and is never sent.
      case ROLLBACK -> done();
    }
  }

  private void takeOffer(Description offer) {
    if (signalling.state() != Signalling.State.LOCAL_OFFER) {
      answer(offer);
    } else if (polite) {
      signalling.setLocal(
          new Description(Description.Type.ROLLBACK, ""),
          () -> {
            offerWanted = true;
            answer(offer);
          },
          reason -> failed("rolling back", reason));
    } else {
      done();
    }
  }

  private void answer(Description offer) {
    signalling.setRemote(
        offer,
        () -> {
          remoteKnown = true;
          signalling.createAnswer(
              answer ->
                  signalling.setLocal(
                      answer,
                      () -> {
                        mayOffer = true;
                        signalling.send(answer);
                        done();
                      },
                      reason -> failed("setting our answer", reason)),
              reason -> failed("answering", reason));
        },
        reason -> failed("taking their offer", reason));
  }

  private void remoteSet() {
    remoteKnown = true;
    done();
  }
}
