package dev.windowshop.bench.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// A TCP proxy on loopback that does to connections what bad networks do: it holds bytes back, cuts
/// a connection with a reset, and cuts it in the middle of what it was passing on.
final class BadLine implements AutoCloseable {
  private static final int SHORTEST_MILLIS = 500;
  private static final int LONGEST_MILLIS = 15_000;
  private static final double DELAYED = 0.05;
  private static final int LONGEST_DELAY_MILLIS = 200;

  final LongAdder connections = new LongAdder();
  final LongAdder cut = new LongAdder();
  final LongAdder truncated = new LongAdder();
  final LongAdder delayed = new LongAdder();

  private final ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
  private final InetSocketAddress target;
  private final SplittableRandom random;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  BadLine(int targetPort, long seed) throws IOException {
    target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    random = new SplittableRandom(seed);
    Thread.ofVirtual().name("bad-line").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        SplittableRandom own = random.split();
        Thread.ofVirtual().start(() -> serve(client, own));
      } catch (IOException e) {
        // Closed, or out of sockets for a moment.
      }
    }
  }

  private void serve(Socket client, SplittableRandom own) {
    Socket relay = new Socket();
    open.add(client);
    open.add(relay);
    try {
      relay.connect(target, 2000);
      client.setTcpNoDelay(true);
      relay.setTcpNoDelay(true);
      connections.increment();
      long end = System.nanoTime() + own.nextLong(SHORTEST_MILLIS, LONGEST_MILLIS) * 1_000_000;
      SplittableRandom back = own.split();
      Thread answers = Thread.ofVirtual().start(() -> pump(relay, client, back, end));
      pump(client, relay, own, end);
      answers.join();
    } catch (IOException e) {
      reset(client);
      reset(relay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
      open.remove(relay);
    }
  }

  private void pump(Socket from, Socket to, SplittableRandom own, long end) {
    byte[] bytes = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (own.nextDouble() < DELAYED) {
          delayed.increment();
          Thread.sleep(own.nextInt(LONGEST_DELAY_MILLIS));
        }
        if (System.nanoTime() - end >= 0) {
          if (own.nextBoolean()) {
            truncated.increment();
            out.write(bytes, 0, own.nextInt(count));
            out.flush();
          } else {
            cut.increment();
          }
          break;
        }
        out.write(bytes, 0, count);
      }
    } catch (IOException e) {
      // One side is gone; the other is told by the end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reset(from);
      reset(to);
    }
  }

  /// Closes with a reset, as a network that drops a line ends up doing.
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(BadLine::reset);
  }
}
