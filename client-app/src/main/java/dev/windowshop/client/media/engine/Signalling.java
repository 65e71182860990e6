package dev.windowshop.client.media.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/// The part of a peer connection that [Negotiation] drives. Each step ends in exactly one of its
/// two callbacks, later and on the engine's thread.
interface Signalling {
  enum State {
    STABLE,
    LOCAL_OFFER,
    REMOTE_OFFER,
    CLOSED
  }

  State state();

  void createOffer(Consumer<Description> done, Consumer<String> failed);

  void createAnswer(Consumer<Description> done, Consumer<String> failed);

  void setLocal(Description description, Runnable done, Consumer<String> failed);

  void setRemote(Description description, Runnable done, Consumer<String> failed);

  /// A candidate that does not fit is no failure: it may belong to an offer that was ignored.
  void addCandidate(JsonNode candidate);

  void send(Description description);
}
