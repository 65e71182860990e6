package dev.windowshop.relay.http;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemType;
import io.vertx.core.http.HttpServerRequest;

/// Answers what no route can be found for: an address or headers that are too long, and what is no
/// HTTP. On the event loop; the connection ends with it.
public final class Unreadable {
  private Unreadable() {}

  /// @param status 414, 431 or 400
  public static void refuse(HttpServerRequest request, int status) {
    Problem problem =
        switch (status) {
          case 414 -> tooLarge(status, "The address is too long.");
          case 431 -> tooLarge(status, "The headers are too large.");
          default ->
              Problem.of(ProblemType.BAD_REQUEST, "The request is no HTTP that can be read.");
        };
    request.response().putHeader("Connection", "close");
    Answers.problem(request.response(), problem);
    request.connection().close();
  }

  private static Problem tooLarge(int status, String detail) {
    ProblemType type = ProblemType.TOO_LARGE;
    return new Problem(type.uri(), type.title(), status, detail, null, null, null, null, null);
  }
}
