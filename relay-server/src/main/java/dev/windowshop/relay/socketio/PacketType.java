package dev.windowshop.relay.socketio;

/// The packets of the protocol, in the order of their numbers on the wire.
enum PacketType {
  CONNECT,
  DISCONNECT,
  EVENT,
  ACK,
  CONNECT_ERROR,
  BINARY_EVENT,
  BINARY_ACK;

  boolean binary() {
    return this == BINARY_EVENT || this == BINARY_ACK;
  }
}
