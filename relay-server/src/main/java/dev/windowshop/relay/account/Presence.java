package dev.windowshop.relay.account;

import dev.windowshop.protocol.User;

/// Knows whether somebody is there now. Called on virtual threads; may block for a read.
@FunctionalInterface
public interface Presence {
  /// This person with status and last seen.
  User describe(User user);
}
