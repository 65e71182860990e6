package dev.windowshop.client.call;

/// Who is shown large. Remembers who spoke last.
final class Spotlight {
  private String lastSpeaker = "";

  /// What is shared, or whoever speaks.
  String large(Room room, boolean speakerView) {
    for (Peer peer : room.peers()) {
      if (peer.signs().screen() != null) {
        return TileLooks.SCREEN + peer.userId();
      }
    }
    return speakerView ? speaker(room) : "";
  }

  /// Whoever speaks, or spoke last.
  private String speaker(Room room) {
    for (Peer peer : room.peers()) {
      if (peer.speaking()) {
        Peer last = room.peer(lastSpeaker);
        lastSpeaker = last != null && last.speaking() ? lastSpeaker : peer.userId();
        break;
      }
    }
    boolean isHere = room.peer(lastSpeaker) != null;
    if (!isHere) {
      lastSpeaker = room.peers().isEmpty() ? "" : room.peers().getFirst().userId();
    }
    return lastSpeaker;
  }
}
