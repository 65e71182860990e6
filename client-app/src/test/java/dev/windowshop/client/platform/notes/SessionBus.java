package dev.windowshop.client.platform.notes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/// A message bus of our own, with nobody on it: nothing that this machine has is started for it.
final class SessionBus implements AutoCloseable {
  private final Process daemon;
  private final String address;

  private SessionBus(Process daemon, String address) {
    this.daemon = daemon;
    this.address = address;
  }

  static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dbus-daemon")));
  }

  /// Returns once it listens.
  static SessionBus start(Path folder) throws IOException {
    Path socket = folder.resolve("bus");
    Files.deleteIfExists(socket);
    Path config = folder.resolve("bus.conf");
    Files.writeString(
        config,
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
          "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:path=%s</listen>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """
            .formatted(socket));
    Process daemon =
        new ProcessBuilder("dbus-daemon", "--nofork", "--print-address", "--config-file=" + config)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
    if (said.readLine() == null) {
      throw new IOException("dbus-daemon ended");
    }
    return new SessionBus(daemon, "unix:path=" + socket);
  }

  String address() {
    return address;
  }

  DBusConnection connect() throws DBusException {
    return DBusConnectionBuilder.forAddress(address)
        .withShared(false)
        .receivingThreadConfig()
        .withSignalThreadCount(1)
        .withMethodCallThreadCount(1)
        .connectionConfig()
        .build();
  }

  @Override
  public void close() throws InterruptedException {
    daemon.destroy();
    if (!daemon.waitFor(30, TimeUnit.SECONDS)) {
      daemon.destroyForcibly();
    }
  }
}
