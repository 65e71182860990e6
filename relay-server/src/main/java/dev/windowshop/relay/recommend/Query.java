package dev.windowshop.relay.recommend;

/// How an answer is to be made.
///
/// @param limit at most this many items
/// @param now when it is asked, epoch milliseconds
/// @param seed the same seed and state give the same answer
/// @param seen which of the asker's own items may come back
/// @param caps how much of an answer one category, brand or seller may take
/// @param exploreShare share of the slots that untried items may take, 0 to 0.5
/// @param taste what the asker says they like; empty where nothing was said
public record Query(
    int limit,
    long now,
    long seed,
    Filters filters,
    Seen seen,
    Caps caps,
    double exploreShare,
    Taste taste) {
  public static final int MOST = 1000;

  /// Which of the asker's own items may be answered.
  public enum Seen {
    /// What was bought, or is not wanted, never.
    NOT_BOUGHT,
    /// Nothing that the asker has touched at all.
    NOTHING_TOUCHED,
    /// Everything but what is not wanted.
    ALL
  }

  public Query {
    limit = Math.clamp(limit, 0, MOST);
    exploreShare = Math.clamp(exploreShare, 0, 0.5);
  }

  /// A shop's query: nothing bought, varied, one slot in ten for what is new.
  public static Query of(int limit, long now) {
    return new Query(limit, now, 0, Filters.NONE, Seen.NOT_BOUGHT, Caps.SHOP, 0.1, Taste.UNKNOWN);
  }

  /// The plain ranking: no caps, nothing explored.
  public static Query ranking(int limit, long now) {
    return new Query(
        limit, now, 0, Filters.NONE, Seen.NOTHING_TOUCHED, Caps.NONE, 0, Taste.UNKNOWN);
  }

  public Query limited(int newLimit) {
    return new Query(newLimit, now, seed, filters, seen, caps, exploreShare, taste);
  }

  public Query at(long newNow) {
    return new Query(limit, newNow, seed, filters, seen, caps, exploreShare, taste);
  }

  public Query seeded(long newSeed) {
    return new Query(limit, now, newSeed, filters, seen, caps, exploreShare, taste);
  }

  public Query filtered(Filters newFilters) {
    return new Query(limit, now, seed, newFilters, seen, caps, exploreShare, taste);
  }

  public Query showing(Seen newSeen) {
    return new Query(limit, now, seed, filters, newSeen, caps, exploreShare, taste);
  }

  public Query capped(Caps newCaps) {
    return new Query(limit, now, seed, filters, seen, newCaps, exploreShare, taste);
  }

  public Query exploring(double share) {
    return new Query(limit, now, seed, filters, seen, caps, share, taste);
  }

  public Query liking(Taste newTaste) {
    return new Query(limit, now, seed, filters, seen, caps, exploreShare, newTaste);
  }
}
