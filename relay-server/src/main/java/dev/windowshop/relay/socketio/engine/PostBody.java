package dev.windowshop.relay.socketio.engine;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/// Reads the body of a POST up to a limit, on the request's event loop.
final class PostBody {
  private final HttpServerRequest request;
  private final int limit;
  private final Buffer body = Buffer.buffer();
  private boolean over;

  private PostBody(HttpServerRequest request, int limit) {
    this.request = request;
    this.limit = limit;
  }

  /// Calls exactly one of the three.
  static void read(
      HttpServerRequest request,
      int limit,
      Consumer<String> complete,
      Runnable tooLarge,
      Runnable aborted) {
    new PostBody(request, limit).read(complete, tooLarge, aborted);
  }

  private void read(Consumer<String> complete, Runnable tooLarge, Runnable aborted) {
    if (announcedLength() > limit) {
      tooLarge.run();
      return;
    }
    request.handler(chunk -> {
      if (over) {
        return;
      }
      if (body.length() + chunk.length() > limit) {
        over = true;
        tooLarge.run();
      } else {
        body.appendBuffer(chunk);
      }
    });
    request.exceptionHandler(failure -> {
      if (!over) {
        over = true;
        aborted.run();
      }
    });
    request.endHandler(ended -> {
      if (!over) {
        over = true;
        complete.accept(body.toString());
      }
    });
  }

  private long announcedLength() {
    String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
