package dev.windowshop.client.call;

import dev.windowshop.client.media.MediaEvent;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What else is known of somebody in the call. Immutable.
///
/// @param handRaised they want to say something
/// @param deaf what they say is not heard here, as the user chose
/// @param reaction the last emoji they showed
/// @param code digits to compare with theirs
/// @param screen what they share beside their camera
/// @param stats of their connection, the last second
public record Signs(
    boolean handRaised,
    boolean deaf,
    @Nullable Reaction reaction,
    @Nullable String code,
    @Nullable Path screen,
    MediaEvent.@Nullable Stats stats) {
  static final Signs NONE = new Signs(false, false, null, null, null, null);

  /// @param number tells it from the same emoji before
  public record Reaction(String emoji, long number) {}

  /// What survives a new connection to the same person.
  Signs kept() {
    return new Signs(handRaised, deaf, reaction, null, null, null);
  }

  Signs withHand(boolean next) {
    return new Signs(next, deaf, reaction, code, screen, stats);
  }

  Signs withDeaf(boolean next) {
    return new Signs(handRaised, next, reaction, code, screen, stats);
  }

  Signs reacting(String emoji) {
    long number = reaction == null ? 1 : reaction.number() + 1;
    return new Signs(handRaised, deaf, new Reaction(emoji, number), code, screen, stats);
  }

  Signs withCode(String next) {
    return new Signs(handRaised, deaf, reaction, next, screen, stats);
  }

  Signs withScreen(@Nullable Path next) {
    return new Signs(handRaised, deaf, reaction, code, next, stats);
  }

  Signs withStats(MediaEvent.Stats next) {
    return new Signs(handRaised, deaf, reaction, code, screen, next);
  }
}
