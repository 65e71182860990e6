package dev.windowshop.relay.http;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemType;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;

/// Answers what no route can be found for: an address or headers that are too long, and what is no
/// HTTP. On the event loop; the connection ends with it.
public final class Unreadable {
  private static final int ADDRESS_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;

  private Unreadable() {}

  public static void refuse(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    Problem problem;
    if (cause instanceof TooLongHttpLineException) {
      problem = tooLarge(ADDRESS_TOO_LONG, "The address is too long.");
    } else if (cause instanceof TooLongHttpHeaderException) {
      problem = tooLarge(HEADERS_TOO_LARGE, "The headers are too large.");
    } else {
      problem = Problem.of(ProblemType.BAD_REQUEST, "The request is no HTTP that can be read.");
    }
    request.response().putHeader("Connection", "close");
    Answers.problem(request.response(), problem);
    request.connection().close();
  }

  private static Problem tooLarge(int status, String detail) {
    ProblemType type = ProblemType.TOO_LARGE;
    return new Problem(type.uri(), type.title(), status, detail, null, null, null, null, null);
  }
}
