package dev.windowshop.relay.interest;

import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.store.GuestInterests;
import org.jdbi.v3.core.Handle;

/// Makes what a guest did and was shown the user's, when they sign in. Thread-safe.
public final class GuestMerge implements GuestInterests {
  private final Recommender engine;
  private final InteractionRepository interactions = new InteractionRepository();
  private final ImpressionRepository impressions = new ImpressionRepository();

  public GuestMerge(Recommender engine) {
    this.engine = engine;
  }

  @Override
  public void takeOver(Handle handle, String guest, String userId) {
    interactions.takeOver(handle, guest, userId);
    impressions.takeOver(handle, guest, userId);
  }

  @Override
  public void takenOver(String guest, String userId) {
    engine.merge(guest, userId);
  }
}
