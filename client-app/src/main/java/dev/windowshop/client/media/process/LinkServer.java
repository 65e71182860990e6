package dev.windowshop.client.media.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where one child calls in: a Unix-domain socket in a folder of this user's, or a loopback port on
/// systems without.
final class LinkServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkServer.class);

  private final ServerSocketChannel channel;
  private final String address;
  private final @Nullable Path socket;

  static LinkServer open(Path folder, long generation, boolean tcp) throws IOException {
    if (!tcp) {
      try {
        return unix(folder.resolve("link-" + generation));
      } catch (IOException | UnsupportedOperationException e) {
        LOG.info("no Unix-domain socket ({}), TCP instead", e.getMessage());
      }
    }
    ServerSocketChannel channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    return new LinkServer(channel, "tcp:" + port, null);
  }

  private static LinkServer unix(Path socket) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    return new LinkServer(channel, "unix:" + socket, socket);
  }

  private LinkServer(ServerSocketChannel channel, String address, @Nullable Path socket) {
    this.channel = channel;
    this.address = address;
    this.socket = socket;
  }

  ServerSocketChannel channel() {
    return channel;
  }

  String address() {
    return address;
  }

  /// Idempotent; who waits in accept gets an exception.
  @Override
  public void close() {
    try {
      channel.close();
      if (socket != null) {
        Files.deleteIfExists(socket);
      }
    } catch (IOException e) {
      LOG.debug("closing the media socket: {}", e.toString());
    }
  }
}
