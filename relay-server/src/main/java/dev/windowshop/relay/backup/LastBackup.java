package dev.windowshop.relay.backup;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When and where the last backup of a data folder was made, kept in it for `relay doctor`.
public record LastBackup(Instant at, String target) {
  private static final Logger LOG = LoggerFactory.getLogger(LastBackup.class);
  private static final String NAME = "last-backup.json";

  static void note(Path data, Instant at, Path target) {
    try {
      Files.writeString(
          data.resolve(NAME),
          Json.encode(new LastBackup(at, target.toAbsolutePath().normalize().toString())),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      LOG.warn("when this backup was made could not be noted in {}", data, e);
    }
  }

  public static Optional<LastBackup> of(Path data) {
    try {
      return Optional.of(Json.decode(Files.readString(data.resolve(NAME)), LastBackup.class));
    } catch (IOException | ProblemException e) {
      LOG.debug("no backup was noted", e);
      return Optional.empty();
    }
  }
}
