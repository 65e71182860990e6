package dev.windowshop.client.video;

/// A picture that stands for a video until it plays.
///
/// @param jpeg its bytes; not to be changed
public record Poster(byte[] jpeg, int width, int height) {}
