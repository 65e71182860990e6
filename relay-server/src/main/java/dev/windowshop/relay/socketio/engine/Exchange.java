package dev.windowshop.relay.socketio.engine;

import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/// One HTTP request and its answer, which may be given on any thread and is written on the
/// request's own event loop.
final class Exchange {
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

  /// Refuses a body without reading the rest of it: the connection ends with the answer.
  void tooLarge() {
    onLoop(() ->
        request
            .response()
            .setStatusCode(413)
            .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
            .end()
            .onComplete(written -> request.connection().close()));
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
