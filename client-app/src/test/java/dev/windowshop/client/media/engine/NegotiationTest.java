package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NegotiationTest {
  /// Steps complete only when the test says so, as native ones do.
  private static final class Side implements Signalling {
    final List<String> done = new ArrayList<>();
    final Deque<Description> sent = new ArrayDeque<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final Negotiation negotiation;
    private State state = State.STABLE;
    private int made;

    Side(boolean offerer, boolean polite) {
      negotiation = new Negotiation(this, offerer, polite);
    }

    void settle() {
      for (Runnable step = pending.poll(); step != null; step = pending.poll()) {
        step.run();
      }
    }

    void exchangeWith(Side other) {
      do {
        settle();
        other.settle();
        while (!sent.isEmpty()) {
          other.negotiation.remote(sent.remove());
        }
        while (!other.sent.isEmpty()) {
          negotiation.remote(other.sent.remove());
        }
      } while (!pending.isEmpty() || !other.pending.isEmpty());
    }

    @Override
    public State state() {
      return state;
    }

    @Override
    public void createOffer(Consumer<Description> ok, Consumer<String> failed) {
      pending.add(() -> ok.accept(new Description(Description.Type.OFFER, "offer" + ++made)));
    }

    @Override
    public void createAnswer(Consumer<Description> ok, Consumer<String> failed) {
      pending.add(() -> ok.accept(new Description(Description.Type.ANSWER, "answer" + ++made)));
    }

    @Override
    public void setLocal(Description description, Runnable ok, Consumer<String> failed) {
      pending.add(() -> {
        done.add("local " + description.type());
        state = description.type() == Description.Type.OFFER ? State.LOCAL_OFFER : State.STABLE;
        ok.run();
      });
    }

    @Override
    public void setRemote(Description description, Runnable ok, Consumer<String> failed) {
      pending.add(() -> {
        boolean offer = description.type() == Description.Type.OFFER;
        if (offer && state != State.STABLE || !offer && state != State.LOCAL_OFFER) {
          failed.accept("in " + state);
          return;
        }
        done.add("remote " + description.type());
        state = offer ? State.REMOTE_OFFER : State.STABLE;
        ok.run();
      });
    }

    @Override
    public void addCandidate(JsonNode candidate) {
      done.add("candidate " + candidate.path("candidate").asText());
    }

    @Override
    public void send(Description description) {
      sent.add(description);
    }
  }

  private static JsonNode candidate(String name) {
    return Json.tree(Map.of("candidate", name));
  }

  @Test
  void theNewcomerOffersAndTheOtherWaits() {
    Side newcomer = new Side(true, false);
    Side other = new Side(false, true);
    newcomer.negotiation.needed();
    other.negotiation.needed();
    newcomer.exchangeWith(other);
    assertEquals(List.of("local OFFER", "remote ANSWER"), newcomer.done);
    assertEquals(List.of("remote OFFER", "local ANSWER"), other.done);
  }

  @Test
  void afterTheFirstRoundEitherMayOffer() {
    Side newcomer = new Side(true, false);
    Side other = new Side(false, true);
    newcomer.negotiation.needed();
    newcomer.exchangeWith(other);
    other.negotiation.needed();
    newcomer.exchangeWith(other);
    assertEquals(
        List.of("remote OFFER", "local ANSWER", "local OFFER", "remote ANSWER"), other.done);
  }

  @Test
  void whenBothOfferThePoliteOneYieldsAndOffersAgain() {
    Side impolite = new Side(true, false);
    Side polite = new Side(false, true);
    impolite.negotiation.needed();
    impolite.exchangeWith(polite);
    impolite.done.clear();
    polite.done.clear();

    impolite.negotiation.needed();
    polite.negotiation.needed();
    impolite.exchangeWith(polite);
    assertEquals(
        List.of(
            "local OFFER",
            "local ROLLBACK",
            "remote OFFER",
            "local ANSWER",
            "local OFFER",
            "remote ANSWER"),
        polite.done);
    assertEquals(
        List.of("local OFFER", "remote ANSWER", "remote OFFER", "local ANSWER"), impolite.done);
    assertEquals(Signalling.State.STABLE, polite.state());
    assertEquals(Signalling.State.STABLE, impolite.state());
  }

  @Test
  void candidatesWaitForADescription() {
    Side side = new Side(false, true);
    side.negotiation.candidate(candidate("early"));
    side.settle();
    assertEquals(List.of(), side.done);
    side.negotiation.remote(new Description(Description.Type.OFFER, "theirs"));
    side.negotiation.candidate(candidate("between"));
    side.settle();
    assertEquals(
        List.of("remote OFFER", "local ANSWER", "candidate early", "candidate between"), side.done);
  }

  @Test
  void anAnswerThatNobodyAskedForIsDropped() {
    Side side = new Side(true, false);
    side.negotiation.remote(new Description(Description.Type.ANSWER, "stray"));
    side.settle();
    assertTrue(side.done.isEmpty());
    side.negotiation.needed();
    side.settle();
    assertEquals(List.of("local OFFER"), side.done);
  }

  @Test
  void nothingHappensOnAClosedConnection() {
    Side side = new Side(true, false);
    side.state = Signalling.State.CLOSED;
    side.negotiation.needed();
    side.negotiation.remote(new Description(Description.Type.OFFER, "theirs"));
    side.settle();
    assertTrue(side.done.isEmpty());
  }
}
