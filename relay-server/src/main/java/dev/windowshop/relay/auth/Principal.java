package dev.windowshop.relay.auth;

/// A verified signed-in user.
///
/// @param sessionId the refresh-token family that the access token belongs to
public record Principal(String userId, String sessionId) {}
