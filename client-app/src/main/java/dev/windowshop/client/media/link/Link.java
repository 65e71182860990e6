package dev.windowshop.client.media.link;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One end of the link.
public final class Link implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final int LARGEST = 4 << 20;

  /// More than that unsent means that the other end reads no longer.
  private static final int MOST_WAITING = 20_000;

  private final SocketChannel channel;
  private final LinkedBlockingQueue<LinkMessage> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer;

  /// @param channel connected, in blocking mode; closed with this
  public Link(SocketChannel channel, String name) {
    this.channel = channel;
    writer = Thread.ofPlatform().name(name + "-writer").daemon(true).start(this::write);
  }

  /// Never blocks. What is sent after the end is dropped.
  public void send(LinkMessage message) {
    if (!waiting.offer(message)) {
      LOG.warn("the other end of the media link does not read");
      close();
    }
  }

  private void write() {
    try {
      while (channel.isOpen()) {
        byte[] bytes = Json.encodeBytes(waiting.take());
        ByteBuffer buffer = ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes);
        buffer.flip();
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
    } catch (IOException | InterruptedException e) {
      // The link ended; who reads finds out and says so.
      close();
    }
  }

  /// Hands over what arrives until the link ends, by whatever cause.
  public void read(Consumer<LinkMessage> sink) {
    for (LinkMessage message = next(); message != null; message = next()) {
      sink.accept(message);
    }
  }

  /// @return null when the link has ended
  public @Nullable LinkMessage next() {
    try {
      ByteBuffer length = ByteBuffer.allocate(4);
      if (!fill(length)) {
        return null;
      }
      int size = length.getInt(0);
      if (size < 2 || size > LARGEST) {
        throw new IOException("a message of " + size + " bytes");
      }
      ByteBuffer body = ByteBuffer.allocate(size);
      return fill(body) ? Json.decode(body.array(), LinkMessage.class) : null;
    } catch (IOException | ProblemException e) {
      LOG.debug("the media link ended: {}", e.toString());
      return null;
    }
  }

  private boolean fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    writer.interrupt();
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing the media link: {}", e.toString());
    }
  }
}
