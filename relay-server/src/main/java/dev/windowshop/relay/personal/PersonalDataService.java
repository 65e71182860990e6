package dev.windowshop.relay.personal;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.OwnerOnly;
import dev.windowshop.relay.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;

/// Hands out and erases what the relay holds about a person. Blocks its caller.
public final class PersonalDataService {
  private static final int AT_ONCE = 2;
  private static final long MOST_BYTES = 1L << 30;
  private static final String README =
      """
      This is what the shop keeps about you, one JSON file for each kind of thing.
      Times are in UTC. Of your conversations it holds what you said yourself.
      """;

  private final Database database;
  private final Path folder;
  private final List<PersonalData> features;
  private final Clock clock;
  private final Semaphore running = new Semaphore(AT_ONCE);

  /// @param folder where archives lie until they are sent; emptied here
  /// @param features in the order in which they erase; accounts come first
  public PersonalDataService(
      Database database, Path folder, List<PersonalData> features, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.features = List.copyOf(features);
    this.clock = clock;
    sweep();
  }

  private void sweep() {
    try {
      OwnerOnly.folder(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.zip")) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return an archive, for the caller to delete
  /// @throws ProblemException 503 while others are made, 413 when it would be too large
  public Path export(String userId) {
    if (!running.tryAcquire()) {
      throw new ProblemException(
          Problem.of(ProblemType.UNAVAILABLE, "Others are being served. Try again in a minute.")
              .withRetryAfter(60));
    }
    Path file = folder.resolve(dev.windowshop.protocol.Ids.newId() + ".zip");
    boolean whole = false;
    try {
      OwnerOnly.file(file);
      try (ExportArchive archive = new ExportArchive(file, MOST_BYTES)) {
        archive.text("README.txt", README);
        database.read(handle -> {
          features.forEach(feature -> feature.export(handle, userId, archive));
          return true;
        });
      }
      whole = true;
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      running.release();
      if (!whole) {
        file.toFile().delete();
      }
    }
  }

  /// Everything at once or nothing.
  public void erase(String userId) {
    Instant now = clock.instant();
    database.write(handle -> erase(handle, userId, now), told -> told.forEach(Runnable::run));
  }

  private List<Runnable> erase(Handle handle, String userId, Instant now) {
    return features.stream().map(feature -> feature.erase(handle, userId, now)).toList();
  }
}
