package dev.windowshop.relay.people;

/// Tells people anew whether somebody is there, after who may see it has changed. May block.
@FunctionalInterface
public interface PresenceNews {
  /// To everybody who shares a conversation: those who may no longer see it hear "offline".
  void tellAgain(String userId);
}
