package dev.windowshop.relay.http;

import java.util.function.Supplier;

/// Answers what is sent again with its `Idempotency-Key` as it was answered first.
@FunctionalInterface
public interface Repeats {
  /// @param key as it was sent, of any form
  /// @param work what the request asks for
  /// @throws dev.windowshop.protocol.ProblemException 422 when the key came with another body
  ///   before, 409 while that runs
  Response once(Request request, String key, Supplier<Response> work);
}
