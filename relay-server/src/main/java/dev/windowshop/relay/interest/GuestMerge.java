package dev.windowshop.relay.interest;

import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.store.GuestInterests;
import org.jdbi.v3.core.Handle;

/// Makes what a guest did and was shown the user's, when they sign in. Thread-safe.
public final class GuestMerge implements GuestInterests {
  private final Recommender engine;
  private final InteractionRepository interactions = new InteractionRepository();
  private final ImpressionRepository impressions = new ImpressionRepository();
  private final ForgottenRepository forgotten = new ForgottenRepository();

  public GuestMerge(Recommender engine) {
    this.engine = engine;
  }

  /// Of who wants nothing remembered, what they did as a guest is not either.
  @Override
  public Runnable takeOver(Handle handle, String guest, String userId) {
    if (forgotten.isPrivate(handle, userId)) {
      interactions.delete(handle, guest);
      impressions.delete(handle, guest);
      return () -> engine.forgetAll(guest);
    }
    interactions.takeOver(handle, guest, userId);
    impressions.takeOver(handle, guest, userId);
    return () -> engine.merge(guest, userId);
  }
}
