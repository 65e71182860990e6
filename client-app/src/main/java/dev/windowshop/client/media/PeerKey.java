package dev.windowshop.client.media;

/// The other end of one peer connection. A newer session of the same user is another connection.
public record PeerKey(String userId, long session) {}
