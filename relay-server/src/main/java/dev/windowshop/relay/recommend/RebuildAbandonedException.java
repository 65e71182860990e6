package dev.windowshop.relay.recommend;

/// The thread that rebuilds was interrupted; the model that was in use stays in use.
public final class RebuildAbandonedException extends RuntimeException {
  public RebuildAbandonedException() {
    super("The rebuild was interrupted.");
  }
}
