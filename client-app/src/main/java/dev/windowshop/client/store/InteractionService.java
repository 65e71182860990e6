package dev.windowshop.client.store;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Recommendations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the relay what the shopper did and what they want forgotten: in order, in batches, kept
/// until the relay has it, with or without a network. Thread-safe.
final class InteractionService {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionService.class);
  private static final int BATCH = 500;
  private static final long GATHER_MILLIS = 1_500;
  private static final long AGAIN_MILLIS = 30_000;

  /// A little longer than a note with "Undo" stays.
  private static final long TAKE_BACK_MILLIS = 9_000;

  private final InterestQueue queue;
  private final RelayClient relay;
  private final Workers workers;
  private final Supplier<String> actor;

  /// Products of which nothing is told for a moment, so that forgetting them can be taken back.
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean planned = new AtomicBoolean();
  private final ReentrantLock sending = new ReentrantLock();

  /// @param actor whose interests are told: a user's id, or empty for a guest
  InteractionService(
      InterestQueue queue,
      RelayClient relay,
      SocketClient socket,
      Workers workers,
      Supplier<String> actor) {
    this.queue = queue;
    this.relay = relay;
    this.workers = workers;
    this.actor = actor;
    socket
        .state()
        .observe(state -> {
          if (state.reachable()) {
            workers.io().execute(this::flushNow);
          }
        });
  }

  void tell(Collection<? extends InterestStep> steps) {
    queue.add(actor.get(), steps).thenRun(() -> plan(GATHER_MILLIS));
  }

  /// In the place of what waits and would be forgotten; told at once.
  CompletableFuture<?> forget(InterestStep.ForgetEverything step) {
    return queue.forget(actor.get(), step).thenRun(() -> plan(0));
  }

  /// As the other, of one product; told after a moment, in which it can be taken back. It is kept
  /// from now on: should the app end meanwhile, it is told at the next start.
  ///
  /// @param told runs once the relay may know of it
  /// @return takes it back, and says whether it was in time
  Supplier<CompletableFuture<Boolean>> forget(InterestStep.Forget step, Runnable told) {
    String whose = actor.get();
    held.add(step.productId());
    CompletableFuture<List<InterestStep>> replaced = queue.forget(whose, step);
    workers
        .timer()
        .schedule(
            () -> {
              held.remove(step.productId());
              workers
                  .io()
                  .execute(() -> {
                    flushNow();
                    told.run();
                  });
            },
            TAKE_BACK_MILLIS,
            TimeUnit.MILLISECONDS);
    return () -> replaced.thenCompose(before -> takeBack(whose, step, before));
  }

  private CompletableFuture<Boolean> takeBack(
      String whose, InterestStep.Forget step, List<InterestStep> before) {
    return CompletableFuture.supplyAsync(
        () -> {
          // Nothing is being told meanwhile: it is either told or taken back.
          sending.lock();
          try {
            return queue.unforget(whose, step, before).join();
          } finally {
            sending.unlock();
          }
        },
        workers.io());
  }

  /// What a guest did and did not tell yet is the account's.
  void takeOver(String userId) {
    queue.takeOver(userId).thenRun(() -> plan(GATHER_MILLIS));
  }

  /// Sends what waits, so that the next recommendation knows of it. Blocks; never throws.
  void flushNow() {
    sending.lock();
    try {
      String whose = actor.get();
      List<InterestQueue.Waiting> batch = next(whose);
      while (!batch.isEmpty() && whose.equals(actor.get())) {
        send(batch.stream().map(InterestQueue.Waiting::step).toList());
        queue.remove(batch).join();
        batch = next(whose);
      }
    } catch (RelayUnreachableException e) {
      LOG.debug("Interactions wait: {}", e.getMessage());
      plan(AGAIN_MILLIS);
    } catch (RuntimeException e) {
      LOG.warn("Interactions wait", e);
    } finally {
      sending.unlock();
    }
  }

  /// As many things done as go together, or one thing of another kind.
  private List<InterestQueue.Waiting> next(String whose) {
    List<InterestQueue.Waiting> batch = new ArrayList<>();
    for (InterestQueue.Waiting waiting : queue.first(whose, BATCH)) {
      if (held.contains(waiting.step().product())) {
        continue;
      }
      boolean did = waiting.step() instanceof InterestStep.Did;
      if (!did && !batch.isEmpty()) {
        break;
      }
      batch.add(waiting);
      if (!did) {
        break;
      }
    }
    return batch;
  }

  private void plan(long millis) {
    if (planned.compareAndSet(false, true)) {
      workers
          .timer()
          .schedule(
              () -> {
                planned.set(false);
                workers.io().execute(this::flushNow);
              },
              millis,
              TimeUnit.MILLISECONDS);
    }
  }

  /// What the relay will never take is dropped; what it may take later stays.
  private void send(List<InterestStep> steps) {
    try {
      switch (steps.getFirst()) {
        case InterestStep.Did first -> relay.post("/interactions", interactions(steps));
        case InterestStep.Forget forget ->
            relay.post("/recommendations/forget", new Recommendations.Forget(forget.productId()));
        case InterestStep.ForgetEverything all -> relay.delete("/interactions");
        case InterestStep.TakeBack back ->
            relay.delete(
                "/interactions?productId="
                    + back.productId()
                    + "&type="
                    + back.type().name().toLowerCase(Locale.ROOT));
        case InterestStep.Private now ->
            relay.put(
                "/recommendations/privacy",
                new Recommendations.Privacy(now.on()),
                Recommendations.Privacy.class);
      }
    } catch (ProblemException e) {
      int status = e.problem().status();
      if (status >= 500 || status == 429 || status == 401) {
        throw new RelayUnreachableException("The relay cannot take them now.", e);
      }
      LOG.warn("{} steps were refused and dropped: {}", steps.size(), e.getMessage());
    }
  }

  private static List<Interaction> interactions(List<InterestStep> steps) {
    List<Interaction> done = new ArrayList<>();
    for (InterestStep step : steps) {
      if (step instanceof InterestStep.Did did) {
        done.add(did.interaction());
      }
    }
    return done;
  }
}
