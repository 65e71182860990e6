package dev.windowshop.client.net;

/// How things stand with the relay.
public sealed interface ConnectionState {
  /// Signed in, with a live socket.
  record Online() implements ConnectionState {}

  /// Signed in, the socket on its way.
  record Connecting() implements ConnectionState {}

  /// The relay cannot be reached; tried again by itself.
  ///
  /// @param why fit to be shown
  record Offline(String why) implements ConnectionState {}

  /// The relay speaks another version of the protocol.
  ///
  /// @param why what to do about it, fit to be shown
  record Incompatible(String why) implements ConnectionState {}

  /// The relay answers, and nobody is signed in: guests have no socket.
  record SignedOut() implements ConnectionState {}

  /// True where REST can be expected to work.
  default boolean reachable() {
    return this instanceof Online || this instanceof SignedOut;
  }
}
