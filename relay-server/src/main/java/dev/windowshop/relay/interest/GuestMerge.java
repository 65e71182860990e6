package dev.windowshop.relay.interest;

import dev.windowshop.relay.store.GuestInterests;
import org.jdbi.v3.core.Handle;

/// Makes what a guest did and was shown the user's, when they sign in. Stateless.
public final class GuestMerge implements GuestInterests {
  private final InteractionRepository interactions = new InteractionRepository();
  private final ImpressionRepository impressions = new ImpressionRepository();

  @Override
  public void takeOver(Handle handle, String guest, String userId) {
    interactions.takeOver(handle, guest, userId);
    impressions.takeOver(handle, guest, userId);
  }
}
