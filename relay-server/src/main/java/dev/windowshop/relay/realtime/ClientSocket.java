package dev.windowshop.relay.realtime;

import dev.windowshop.relay.auth.Principal;

/// A connected device of a signed-in user.
public record ClientSocket(String id, Principal principal) {
  public String userId() {
    return principal.userId();
  }
}
