package dev.windowshop.relay.socketio.engine;

import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/// One HTTP request and its answer, which may be given on any thread and is written on the
/// request's own event loop.
final class Exchange {
  /// HTTP/2's code for a stream that ends early though nothing went wrong.
  private static final long NO_ERROR = 0;

  private final HttpServerRequest request;
  private final EventLoop loop;

  Exchange(HttpServerRequest request, EventLoop loop) {
    this.request = request;
    this.loop = loop;
  }

  HttpServerRequest request() {
    return request;
  }

  EventLoop loop() {
    return loop;
  }

  /// Runs the action when the client goes away before the answer.
  void onAbort(Runnable action) {
    request.response().closeHandler(ended -> action.run());
  }

  void ok() {
    answer(200, "text/html", new byte[] {'o', 'k'});
  }

  void refuse(Refusal refusal) {
    answer(400, "application/json", refusal.json());
  }

  /// Refuses a body without reading the rest of it: the connection ends with the answer, or with
  /// HTTP/2 this request alone.
  void tooLarge() {
    onLoop(() -> {
      HttpServerResponse response = request.response().setStatusCode(413);
      if (request.version() == HttpVersion.HTTP_2) {
        response.end().onComplete(_ -> response.reset(NO_ERROR));
      } else {
        response
            .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
            .end()
            .onComplete(_ -> request.connection().close());
      }
    });
  }

  void answer(int status, String contentType, byte[] body) {
    onLoop(() -> {
      HttpServerResponse response = request.response();
      if (response.ended() || response.closed()) {
        return;
      }
      response
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .end(Buffer.buffer(body));
    });
  }

  private void onLoop(Runnable action) {
    if (loop.inEventLoop()) {
      action.run();
    } else {
      loop.execute(action);
    }
  }
}
