package dev.windowshop.client.app;

import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which relay the profile used last.
final class RememberedRelay {
  private final Path file;

  RememberedRelay(Path file) {
    this.file = file;
  }

  String read() throws IOException {
    String text = Files.exists(file) ? Files.readString(file).strip() : "";
    return text.isEmpty() ? ClientMain.USUAL_RELAY : text;
  }

  void write(RelayAddress address) throws IOException {
    if (!read().equals(address.base()) || !Files.exists(file)) {
      AtomicFile.write(file, (address.base() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
