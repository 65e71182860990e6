package dev.windowshop.relay.http;

/// What a route does. Runs on a virtual thread; a [dev.windowshop.protocol.ProblemException]
/// becomes the answer.
@FunctionalInterface
public interface Endpoint {
  Response handle(Request request);
}
