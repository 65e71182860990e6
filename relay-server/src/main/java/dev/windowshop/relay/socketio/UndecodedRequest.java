package dev.windowshop.relay.socketio;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;

/// Why the decoder gave a request up, as an HTTP status. Stateless.
public final class UndecodedRequest {
  private UndecodedRequest() {}

  /// @return 414, 431 or 400
  public static int status(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      return 414;
    }
    return cause instanceof TooLongHttpHeaderException ? 431 : 400;
  }
}
