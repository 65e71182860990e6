package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulseProbeTest {
  @TempDir Path folder;

  @Test
  void aServerThatListensAnswers() throws Exception {
    Path socket = folder.resolve("native");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertTrue(PulseProbe.answers(Map.of("PULSE_SERVER", "unix:" + socket)));
      assertTrue(PulseProbe.answers(Map.of("PULSE_SERVER", "{machine}unix:" + socket)));
      assertTrue(PulseProbe.answers(Map.of("PULSE_RUNTIME_PATH", folder.toString())));
    }
    assertTrue(Files.exists(socket));
    assertFalse(PulseProbe.answers(Map.of("PULSE_SERVER", "unix:" + socket)));
  }

  @Test
  void aServerOverTcpAnswers() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      assertTrue(PulseProbe.answers(Map.of("PULSE_SERVER", "tcp:127.0.0.1:" + port)));
    }
    assertFalse(PulseProbe.answers(Map.of("PULSE_SERVER", "tcp:127.0.0.1:" + port)));
  }

  @Test
  void nothingAnswersWhereNothingIs() {
    assertFalse(PulseProbe.answers(Map.of("PULSE_SERVER", "unix:" + folder.resolve("none"))));
    assertFalse(PulseProbe.answers(Map.of("PULSE_SERVER", "unix:" + "x".repeat(300))));
  }
}
