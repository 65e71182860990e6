package dev.windowshop.relay.store;

import org.jdbi.v3.core.Handle;

/// What a guest did, to be taken over with the cart when they sign in.
public interface GuestInterests {
  /// Inside the transaction that merges the cart.
  ///
  /// @param guest key of the guest's [Actor]
  /// @return what is to be done after that transaction; does not block
  Runnable takeOver(Handle handle, String guest, String userId);
}
