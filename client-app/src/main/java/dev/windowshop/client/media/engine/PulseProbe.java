package dev.windowshop.client.media.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a PulseAudio server answers, found out without touching its library: with no server that
/// library hangs or aborts the process.
final class PulseProbe {
  private static final int TCP_PORT = 4713;
  private static final int TIMEOUT_MS = 500;

  private PulseProbe() {}

  static boolean answers(Map<String, String> environment) {
    String server = environment.get("PULSE_SERVER");
    if (server != null && !server.isBlank()) {
      for (String one : server.trim().split("\\s+")) {
        if (answers(one)) {
          return true;
        }
      }
      return false;
    }
    return sockets(environment).stream().anyMatch(PulseProbe::connects);
  }

  /// One server as `PULSE_SERVER` names it: `{machine}unix:path`, a path, or `tcp:host:port`.
  private static boolean answers(String server) {
    String name = server.startsWith("{") ? server.substring(server.indexOf('}') + 1) : server;
    if (name.startsWith("unix:")) {
      return connects(Path.of(name.substring("unix:".length())));
    }
    if (name.startsWith("/")) {
      return connects(Path.of(name));
    }
    String address = name.replaceFirst("^tcp[46]?:", "");
    int colon = address.lastIndexOf(':');
    Integer port = colon < 0 ? null : port(address.substring(colon + 1));
    return port == null ? connects(address, TCP_PORT) : connects(address.substring(0, colon), port);
  }

  private static List<Path> sockets(Map<String, String> environment) {
    List<Path> sockets = new ArrayList<>();
    add(sockets, environment.get("PULSE_RUNTIME_PATH"), "native");
    add(sockets, environment.get("XDG_RUNTIME_DIR"), "pulse/native");
    Integer user = userId();
    if (user != null) {
      sockets.add(Path.of("/run/user/" + user + "/pulse/native"));
    }
    sockets.add(Path.of("/var/run/pulse/native"));
    addHome(sockets, environment.get("HOME"));
    return sockets;
  }

  /// Without a runtime folder the server's socket is under the home folder.
  private static void addHome(List<Path> sockets, @Nullable String home) {
    if (home == null || home.isBlank()) {
      return;
    }
    Path config = Path.of(home, ".config", "pulse");
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(config, "*-runtime")) {
      for (Path folder : folders) {
        sockets.add(folder.resolve("native"));
      }
    } catch (IOException e) {
      // There is no such folder, so no socket in it.
      return;
    }
  }

  private static void add(List<Path> sockets, @Nullable String folder, String name) {
    if (folder != null && !folder.isBlank()) {
      sockets.add(Path.of(folder, name));
    }
  }

  private static @Nullable Integer userId() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static @Nullable Integer port(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// Connecting to a local socket answers at once: it is there, nobody listens, or it is full.
  private static boolean connects(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.configureBlocking(false);
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean connects(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
