package dev.windowshop.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// All the sockets of one load, on the thread that calls it.
final class Swarm implements SwarmSocket.Listener, AutoCloseable {
  private static final int CONNECTING_AT_ONCE = 50;
  private static final int SILENCE_MILLIS = 500;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final byte[] STAMP = "\"content\":\"t".getBytes(StandardCharsets.US_ASCII);
  private static final String PADDING =
      " Have you seen the green one in the second row? I think it would look good in your hall.";

  private final Load load;
  private final Selector selector = Selector.open();
  private final ByteBuffer shared = ByteBuffer.allocate(256 * 1024);
  private final List<SwarmSocket> sockets = new ArrayList<>();
  private final Queue<SwarmSocket> ready = new ArrayDeque<>();
  private final String clientIds = "b" + Long.toString(System.nanoTime(), 36) + "-";
  private int connected;
  private long sent;
  private long acked;
  private long refused;
  private long deliveries;
  private long lastRead = System.nanoTime();
  private @Nullable String firstRefusal;
  private long[] latencies = new long[1 << 16];
  private int latencyCount;
  private boolean measuring;
  private boolean resend;

  Swarm(Load load) throws IOException {
    this.load = load;
  }

  void connect() throws IOException {
    URI uri = URI.create(load.address());
    for (String token : load.tokens()) {
      while (sockets.size() - connected >= CONNECTING_AT_ONCE) {
        turn(100);
      }
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      SwarmSocket socket = new SwarmSocket(channel, key, uri.getAuthority(), token, this);
      key.attach(socket);
      sockets.add(socket);
    }
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (connected < sockets.size()) {
      turn(100);
      if (System.nanoTime() - end > 0) {
        throw new IOException("only " + connected + " of " + sockets.size() + " connected");
      }
    }
    untilSilent();
  }

  /// What the server says about arrivals is over.
  void untilSilent() throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    lastRead = System.nanoTime();
    while (System.nanoTime() - lastRead < SILENCE_MILLIS * 1_000_000L
        && System.nanoTime() - end < 0) {
      turn(50);
    }
  }

  Load.Result run() throws IOException {
    ServerProcess server = new ServerProcess(load.pid());
    ServerProcess self = new ServerProcess(ProcessHandle.current().pid());
    resend = load.perSecond() == 0;
    if (resend) {
      for (int i = 0; i < load.senders() * load.window(); i++) {
        send(sockets.get(i % load.senders()));
      }
    }
    sendUntil(System.nanoTime() + load.warmupMillis() * 1_000_000L);
    long deliveriesBefore = deliveries;
    long ackedBefore = acked;
    double cpuBefore = server.cpuSeconds();
    double ownBefore = self.cpuSeconds();
    long start = System.nanoTime();
    measuring = true;
    sendUntil(start + load.millis() * 1_000_000L);
    measuring = false;
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = server.cpuSeconds() - cpuBefore;
    double own = self.cpuSeconds() - ownBefore;
    long delivered = deliveries - deliveriesBefore;
    long answered = acked - ackedBefore;
    resend = false;
    untilAllCame();
    long[] sorted = Arrays.copyOf(latencies, latencyCount);
    Arrays.sort(sorted);
    return new Load.Result(
        seconds,
        delivered,
        answered,
        refused,
        acked * sockets.size() - deliveries,
        percentile(sorted, 0.5),
        percentile(sorted, 0.99),
        cpu,
        own,
        server.residentKb(),
        firstRefusal);
  }

  private void sendUntil(long end) throws IOException {
    double gap = load.perSecond() == 0 ? 0 : 1e9 / load.perSecond();
    double next = System.nanoTime();
    while (true) {
      long now = System.nanoTime();
      if (now - end >= 0) {
        return;
      }
      if (gap > 0) {
        for (; next <= now; next += gap) {
          send(sockets.get((int) (sent % load.senders())));
        }
        turn(Math.clamp((long) ((next - now) / 1e6), 1, 50));
      } else {
        turn(50);
        for (SwarmSocket socket = ready.poll(); socket != null; socket = ready.poll()) {
          send(socket);
        }
      }
    }
  }

  private void untilAllCame() throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() - end < 0) {
      turn(50);
      if (acked + refused == sent && deliveries >= acked * sockets.size()) {
        return;
      }
    }
  }

  private void send(SwarmSocket socket) throws IOException {
    String json =
        "{\"conversationId\":\""
            + load.conversationId()
            + "\",\"clientId\":\""
            + clientIds
            + sent++
            + "\",\"type\":\"text\",\"content\":\"t"
            + System.nanoTime()
            + PADDING
            + "\"}";
    socket.emit("send_message", json);
  }

  private void turn(long millis) throws IOException {
    selector.select(
        key -> {
          SwarmSocket socket = (SwarmSocket) key.attachment();
          try {
            if (key.isWritable()) {
              socket.flush();
            }
            if (key.isReadable()) {
              lastRead = System.nanoTime();
              socket.read(shared);
            }
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        },
        millis);
  }

  @Override
  public void connected(SwarmSocket socket) {
    connected++;
  }

  @Override
  public void delivered(SwarmSocket socket, byte[] payload, int from, int to) {
    deliveries++;
    // When as much as possible is sent, every eighth delivery is enough.
    if (measuring && (!resend || (deliveries & 7) == 0)) {
      long sentAt = stamp(payload, from, to);
      if (latencyCount == latencies.length) {
        latencies = Arrays.copyOf(latencies, latencyCount * 2);
      }
      latencies[latencyCount++] = lastRead - sentAt;
    }
  }

  private static long stamp(byte[] payload, int from, int to) {
    for (int i = from; i < to - STAMP.length; i++) {
      if (payload[i] == '"'
          && payload[i + 1] == 'c'
          && payload[i + 4] == 't'
          && Arrays.equals(payload, i, i + STAMP.length, STAMP, 0, STAMP.length)) {
        long value = 0;
        for (int at = i + STAMP.length; payload[at] >= '0' && payload[at] <= '9'; at++) {
          value = value * 10 + payload[at] - '0';
        }
        return value;
      }
    }
    throw new IllegalStateException("a delivery without its content");
  }

  @Override
  public void answered(
      SwarmSocket socket, long ackId, boolean ok, byte[] payload, int from, int to) {
    if (ok) {
      acked++;
    } else {
      refused++;
      if (firstRefusal == null) {
        firstRefusal = new String(payload, from, to - from, StandardCharsets.UTF_8);
      }
    }
    if (resend) {
      ready.add(socket);
    }
  }

  private static double percentile(long[] sorted, double part) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * part)] / 1e6;
  }

  @Override
  public void close() throws IOException {
    for (SwarmSocket socket : sockets) {
      socket.close();
    }
    selector.close();
  }
}
