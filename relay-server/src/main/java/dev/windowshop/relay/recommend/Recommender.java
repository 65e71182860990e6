package dev.windowshop.relay.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The engine: takes events, answers queries, rebuilds beside them. Safe on any thread.
///
/// A rebuild works on a copy and is put in place at once; what was recorded while it ran is counted
/// again on top of it, so nothing is lost whether or not the source already had it.
public final class Recommender {
  /// A scratch of a million items holds 30 MB; no more run at once than there are processors.
  private static final int SCRATCHES = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final ConcurrentLinkedQueue<Scratch> scratches = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final Object rebuilding = new Object();
  private Live live;
  private @Nullable List<Runnable> sinceRebuild;

  public Recommender() {
    live = new Live(Rebuild.EMPTY);
  }

  /// Reads everything anew. Queries go on meanwhile, on what was there; a second rebuild waits.
  ///
  /// @param latest no event is newer than this, whatever it says; usually now, epoch milliseconds
  public BuildStats rebuild(EventSource events, ItemSource items, long latest) {
    return rebuild(events, items, latest, Workers.usual());
  }

  public BuildStats rebuild(EventSource events, ItemSource items, long latest, int threads) {
    synchronized (rebuilding) {
      change(() -> sinceRebuild = new ArrayList<>());
      try (Workers workers = new Workers(threads)) {
        Snapshot snapshot = Rebuild.of(events, items, latest, workers);
        change(() -> {
          List<Runnable> again = sinceRebuild == null ? List.of() : sinceRebuild;
          live = new Live(snapshot);
          again.forEach(Runnable::run);
        });
        return snapshot.stats();
      } finally {
        change(() -> sinceRebuild = null);
      }
    }
  }

  /// Counts at once: in the actor's profile, in what is popular, in what follows what.
  ///
  /// @param latest no event is newer than this, whatever it says; usually now, epoch milliseconds
  public void record(Event event, long latest) {
    change(() -> again(() -> live.record(event, latest)));
  }

  /// Adds an item, or says what has changed of it.
  public void put(Item item) {
    change(() -> again(() -> live.put(item)));
  }

  /// A deleted item is not answered any more.
  public void remove(String item) {
    change(() -> again(() -> live.remove(item)));
  }

  /// As if the actor had never met the item.
  public void forget(String actor, String item) {
    change(() ->
        again(() -> {
          int number = live.numberOf(item);
          if (number != Names.NONE) {
            live.actorToChange(actor).forget(number);
          }
        }));
  }

  /// As if the actor had never been here.
  public void forgetAll(String actor) {
    change(() -> again(() -> live.forgetAll(actor)));
  }

  /// What a guest did becomes a user's; the guest is forgotten.
  public void merge(String guest, String user) {
    change(() -> again(() -> live.merge(guest, user)));
  }

  private void change(Runnable what) {
    lock.writeLock().lock();
    try {
      what.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void again(Runnable what) {
    if (sinceRebuild != null) {
      sinceRebuild.add(what);
    }
    what.run();
  }

  /// For somebody whose events are kept here.
  public List<Recommendation> forYou(String actor, Query query) {
    return answer(query, answering -> answering.forYou(asker(actor, query)));
  }

  /// For a visitor of whom only these events are known.
  public List<Recommendation> forYou(Collection<Event> events, Query query) {
    return answer(query, answering -> answering.forYou(visitor(events, query)));
  }

  /// For people who look together: what any of them has bought is not answered.
  public List<Recommendation> group(Collection<String> actors, Query query) {
    return answer(
        query,
        answering ->
            answering.forYou(Group.of(actors.stream().map(actor -> asker(actor, query)).toList())));
  }

  /// What is in demand lately; in a category by the query's filters.
  public List<Recommendation> trending(Query query) {
    return answer(query, Answering::trending);
  }

  /// What was added lately, what fits the actor first.
  ///
  /// @param actor null for anybody
  public List<Recommendation> newItems(@Nullable String actor, Instant since, Query query) {
    int seconds = Streams.seconds(since.toEpochMilli());
    return answer(
        query,
        answering ->
            answering.newItems(
                actor == null ? visitor(List.of(), query) : asker(actor, query), seconds));
  }

  /// What is like an item: taken by the same people, looked at next to it, described alike.
  ///
  /// @param actor whose bought items are not answered, null for anybody
  public List<Recommendation> similar(String item, @Nullable String actor, Query query) {
    return answer(query, answering -> answering.similar(item, askerOrNobody(actor, query)));
  }

  /// What is bought in one go with these, for a product page or a cart.
  public List<Recommendation> together(
      Collection<String> items, @Nullable String actor, Query query) {
    return answer(query, answering -> answering.together(items, askerOrNobody(actor, query)));
  }

  /// Only the items of `forYou`, for those who need no reasons.
  public List<String> ranked(String actor, Query query) {
    return answer(query, answering -> answering.ranked(asker(actor, query)));
  }

  /// The same for a fresh visitor, of whom these events are all that counts; what somebody of the
  /// same name has is still not answered.
  public List<String> ranked(String actor, Collection<Event> events, Query query) {
    return answer(
        query,
        answering -> {
          Asker visitor = visitor(events, query);
          Asker known = asker(actor, query);
          visitor.touched().addAll(known.touched());
          visitor.never().addAll(known.never());
          return answering.ranked(visitor);
        });
  }

  public List<String> rankedTogether(Collection<String> items, Query query) {
    return answer(
        query,
        answering ->
            answering.together(items, visitor(List.of(), query)).stream()
                .map(Recommendation::item)
                .toList());
  }

  /// @param visitors events of members who are fresh visitors
  public List<String> rankedForGroup(
      Collection<String> actors, Map<String, List<Event>> visitors, Query query) {
    return answer(
        query,
        answering ->
            answering.ranked(
                Group.of(
                    actors.stream()
                        .map(actor ->
                            visitors.containsKey(actor)
                                ? visitor(visitors.getOrDefault(actor, List.of()), query)
                                : asker(actor, query))
                        .toList())));
  }

  /// What an actor has to do with latest, as a basket to start from.
  public List<String> lastOf(String actor) {
    lock.readLock().lock();
    try {
      int[] items = Asker.of(live, actor, Integer.MAX_VALUE).profile().item();
      return items.length == 0 ? List.of() : List.of(live.nameOf(items[items.length - 1]));
    } finally {
      lock.readLock().unlock();
    }
  }

  private Asker askerOrNobody(@Nullable String actor, Query query) {
    return actor == null ? visitor(List.of(), query) : asker(actor, query);
  }

  private Asker asker(String actor, Query query) {
    return Asker.of(live, actor, Streams.seconds(query.now()));
  }

  private Asker visitor(Collection<Event> events, Query query) {
    return Asker.of(live, List.copyOf(events), Streams.seconds(query.now()));
  }

  /// What is known of the last rebuild.
  public BuildStats stats() {
    lock.readLock().lock();
    try {
      return live.base.stats();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// How many events came since the last rebuild.
  public long eventsSinceRebuild() {
    lock.readLock().lock();
    try {
      return live.events();
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T answer(Query query, Function<Answering, T> question) {
    lock.readLock().lock();
    try {
      Scratch scratch = scratch(live.items());
      try {
        return question.apply(new Answering(live, scratch, query));
      } finally {
        scratch.clear();
        giveBack(scratch);
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  private Scratch scratch(int items) {
    Scratch scratch = scratches.poll();
    if (scratch == null) {
      return new Scratch(items);
    }
    kept.decrementAndGet();
    scratch.room(items);
    return scratch;
  }

  private void giveBack(Scratch scratch) {
    if (kept.get() < SCRATCHES) {
      kept.incrementAndGet();
      scratches.add(scratch);
    }
  }
}
