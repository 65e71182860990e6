package dev.windowshop.relay.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers what is sent again with its `Idempotency-Key` as it was answered first.
@FunctionalInterface
public interface Repeats {
  /// @param key as it was sent, of any form
  /// @param work what the request asks for; given an id that stays the same when a relay that died
  ///   in the middle leaves it to the next, and must itself do with that id what was done already
  ///   only once
  /// @throws dev.windowshop.protocol.ProblemException 400 without a key, 422 when it came with
  ///   another body before, 409 while that runs, or whatever the work is refused with
  Response once(Request request, @Nullable String key, Function<String, Response> work);
}
