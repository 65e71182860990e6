package dev.windowshop.relay.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The engine: takes events, answers queries, rebuilds beside them. Safe on any thread.
///
/// A rebuild works on a copy and is put in place at once; what was recorded while it ran is counted
/// again on top of it, so nothing is lost whether or not the source already had it.
public final class Recommender {
  /// Tallies that are kept for the next queries; no more run at once than there are processors.
  private static final int TALLIES = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 64);

  /// Events of one short moment.
  private static final int AT_ONCE = 50;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Queue<Tally> tallies = new ArrayBlockingQueue<>(TALLIES);
  private final Object rebuilding = new Object();
  private Live live;
  private @Nullable List<Consumer<Live>> sinceRebuild;

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
        replace(new Live(snapshot));
        return snapshot.stats();
      } finally {
        change(() -> sinceRebuild = null);
      }
    }
  }

  /// What came meanwhile is counted on the new one before anybody sees it, so that nobody waits;
  /// the lock is held for the few that came while that was done.
  private void replace(Live fresh) {
    List<Consumer<Live>> again = takeSinceRebuild();
    while (again.size() > AT_ONCE) {
      again.forEach(what -> what.accept(fresh));
      again = takeSinceRebuild();
    }
    List<Consumer<Live>> last = again;
    change(() -> {
      last.forEach(what -> what.accept(fresh));
      takeSinceRebuild().forEach(what -> what.accept(fresh));
      live = fresh;
    });
  }

  private List<Consumer<Live>> takeSinceRebuild() {
    lock.writeLock().lock();
    try {
      List<Consumer<Live>> taken = sinceRebuild == null ? List.of() : sinceRebuild;
      sinceRebuild = new ArrayList<>();
      return taken;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Counts at once: in the actor's profile, in what is popular, in what follows what.
  ///
  /// @param latest no event is newer than this, whatever it says; usually now, epoch milliseconds
  public void record(Event event, long latest) {
    apply(to -> to.record(event, latest));
  }

  /// Adds an item, or says what has changed of it.
  public void put(Item item) {
    apply(to -> to.put(item));
  }

  /// A deleted item is not answered any more.
  public void remove(String item) {
    apply(to -> to.remove(item));
  }

  /// As if the actor had never met the item.
  public void forget(String actor, String item) {
    apply(to -> {
      int number = to.numberOf(item);
      if (number != Names.NONE) {
        to.actorToChange(actor).forget(number);
      }
    });
  }

  /// As if the actor had never been here.
  public void forgetAll(String actor) {
    apply(to -> to.forgetAll(actor));
  }

  /// What a guest did becomes a user's; the guest is forgotten.
  public void merge(String guest, String user) {
    apply(to -> to.merge(guest, user));
  }

  private void change(Runnable what) {
    lock.writeLock().lock();
    try {
      what.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void apply(Consumer<Live> what) {
    change(() -> {
      if (sinceRebuild != null) {
        sinceRebuild.add(what);
      }
      what.accept(live);
    });
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
      int[] items = Asker.of(live, actor, Query.Seen.ALL, Integer.MAX_VALUE).profile().item();
      return items.length == 0 ? List.of() : List.of(live.nameOf(items[items.length - 1]));
    } finally {
      lock.readLock().unlock();
    }
  }

  private Asker askerOrNobody(@Nullable String actor, Query query) {
    return actor == null ? visitor(List.of(), query) : asker(actor, query);
  }

  private Asker asker(String actor, Query query) {
    return Asker.of(live, actor, query.seen(), Streams.seconds(query.now()));
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
      Tally tally = tallies.poll();
      if (tally == null) {
        tally = new Tally();
      }
      try {
        return question.apply(new Answering(live, tally, query));
      } finally {
        tally.clear();
        tallies.offer(tally);
      }
    } finally {
      lock.readLock().unlock();
    }
  }
}
