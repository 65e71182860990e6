package dev.windowshop.client.platform.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.client.platform.AtomicFile;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a second start hands over to the first: the running application listens on a loopback port
/// that a file of the profile names, with a secret that only the profile's owner can read.
///
/// The profile's lock says who is first; this only carries the word. Loopback rather than a
/// Unix-domain socket, because a profile's path may be longer than the 108 bytes such a name may
/// have. Thread-safe.
public final class Door implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final String FILE = "door.json";
  private static final int LONGEST = 4096;
  private static final int PATIENCE_MILLIS = 3_000;
  private static final int SECRET_BYTES = 32;

  private final ServerSocket server;
  private final Path file;
  private final String secret;
  private final Consumer<String> visitor;

  private Door(ServerSocket server, Path file, String secret, Consumer<String> visitor) {
    this.server = server;
    this.file = file;
    this.secret = secret;
    this.visitor = visitor;
  }

  /// Opens it, for whoever holds the profile's lock.
  ///
  /// @param visitor gets what a second start was told to open, empty for nothing; on the door's
  ///   thread
  /// @return null where no port can be had: a second start then says that it is the second
  public static @Nullable Door open(Path folder, Consumer<String> visitor) {
    try {
      byte[] random = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(random);
      ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
      String secret = HexFormat.of().formatHex(random);
      Door door = new Door(server, folder.resolve(FILE), secret, visitor);
      ObjectNode content = JsonNodeFactory.instance.objectNode();
      content.put("port", server.getLocalPort()).put("secret", secret);
      AtomicFile.write(door.file, Json.encodeBytes(content));
      Thread.ofPlatform().name("door").daemon().start(door::serve);
      return door;
    } catch (IOException e) {
      LOG.warn("A second start cannot hand over to this one", e);
      return null;
    }
  }

  /// Hands over to the application that has this profile open.
  ///
  /// @param word what it shall open, empty for nothing
  /// @return whether it has taken it
  public static boolean knock(Path folder, String word) {
    try {
      JsonNode content = Json.decode(Files.readAllBytes(folder.resolve(FILE)), JsonNode.class);
      try (Socket socket = new Socket()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(), content.path("port").intValue()),
            PATIENCE_MILLIS);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("secret", content.path("secret").asText()).put("word", word);
        OutputStream out = socket.getOutputStream();
        out.write(Json.encodeBytes(message));
        out.flush();
        socket.shutdownOutput();
        return new String(read(socket.getInputStream()), StandardCharsets.UTF_8).equals("ok");
      }
    } catch (IOException | ProblemException | IllegalArgumentException e) {
      LOG.debug("Nobody answers at the door", e);
      return false;
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        answer(socket);
      } catch (IOException | ProblemException e) {
        if (!server.isClosed()) {
          LOG.debug("Somebody at the door made no sense", e);
        }
      } catch (RuntimeException e) {
        LOG.error("The door", e);
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    JsonNode message = Json.decode(read(socket.getInputStream()), JsonNode.class);
    byte[] told = message.path("secret").asText().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(told, secret.getBytes(StandardCharsets.UTF_8))) {
      return;
    }
    visitor.accept(message.path("word").asText());
    socket.getOutputStream().write("ok".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new IOException("too long");
    }
    return bytes;
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("closing the door", e);
    }
  }
}
