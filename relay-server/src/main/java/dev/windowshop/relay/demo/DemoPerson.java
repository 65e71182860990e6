package dev.windowshop.relay.demo;

import dev.windowshop.protocol.User;

/// Somebody of the demo shop.
///
/// @param portrait what [dev.windowshop.relay.demo.picture.Pictures#person] draws them from
public record DemoPerson(User user, String email, long portrait) {}
