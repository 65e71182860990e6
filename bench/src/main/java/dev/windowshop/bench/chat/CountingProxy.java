package dev.windowshop.bench.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between a client and the relay and counts the bytes, both ways.
final class CountingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final URI relay;
  private final AtomicLong bytes = new AtomicLong();

  CountingProxy(String relay) throws IOException {
    this.relay = URI.create(relay);
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  long bytes() {
    return bytes.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket target = new Socket(relay.getHost(), relay.getPort());
        Thread.ofVirtual().start(() -> copy(client, target));
        Thread.ofVirtual().start(() -> copy(target, client));
      }
    } catch (IOException e) {
      // Closed: nobody is let in any more.
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
        bytes.addAndGet(read);
      }
    } catch (IOException e) {
      // One of the two has hung up, and with this the other is told.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
