package dev.windowshop.client.net;

import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// WebSockets that end as soon as the relay closes them. OkHttp waits for its user to answer a
/// close, and socket.io-client never does: without this, a relay that stops in good order is missed
/// only when its pings stay away, most of a minute later. Thread-safe.
record PromptWebSockets(WebSocket.Factory sockets) implements WebSocket.Factory {
  @Override
  public WebSocket newWebSocket(Request request, WebSocketListener listener) {
    return sockets.newWebSocket(request, new Answering(listener));
  }

  private static final class Answering extends WebSocketListener {
    private final WebSocketListener listener;

    Answering(WebSocketListener listener) {
      this.listener = listener;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
      listener.onOpen(webSocket, response);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
      listener.onMessage(webSocket, text);
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
      listener.onMessage(webSocket, bytes);
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
      listener.onClosing(webSocket, code, reason);
      webSocket.close(1000, null);
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
      listener.onClosed(webSocket, code, reason);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
      listener.onFailure(webSocket, failure, response);
    }
  }
}
