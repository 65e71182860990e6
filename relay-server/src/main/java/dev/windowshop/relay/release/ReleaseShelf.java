package dev.windowshop.relay.release;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Release;
import dev.windowshop.protocol.ReleaseVersion;
import dev.windowshop.relay.auth.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The releases in the relay's folder: `SHA256` is a file, `SHA256.json` its sheet. A sheet is
/// there only once its file is whole, so that a command may add one beside a relay that serves.
///
/// Thread-safe, also between processes.
public final class ReleaseShelf {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseShelf.class);
  private static final String SHEET = ".json";
  private static final long SETTLED_MILLIS = 2_000;

  private record Known(FileTime at, List<Release> releases) {}

  private final Path folder;
  private volatile Known known = new Known(FileTime.fromMillis(-1), List.of());

  /// @param data the relay's folder
  public ReleaseShelf(Path data) {
    this.folder = data.resolve("releases");
  }

  /// @throws UnusableReleaseException when it is not what its sheet says, or is there already
  public Release add(Path file, Path sheet, Instant now) throws IOException {
    Release release = read(sheet);
    String wrong = release.wrong();
    if (wrong != null) {
      throw new UnusableReleaseException(sheet + " can't be used: " + wrong + ".");
    }
    if (Files.size(file) != release.size() || !hash(file).equals(release.sha256())) {
      throw new UnusableReleaseException(
          file + " is not the file that " + sheet + " was signed for.");
    }
    for (Release other : all()) {
      if (other.version().equals(release.version()) && isFor(other, release)) {
        throw new UnusableReleaseException(
            "Version "
                + release.version()
                + " for this system is published already; 'release"
                + " remove' takes it back.");
      }
    }
    OwnerOnly.folder(folder);
    Path fresh = Files.createTempFile(folder, "new-", ".part");
    try {
      Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, folder.resolve(release.sha256()), StandardCopyOption.ATOMIC_MOVE);
      Release published = release.published(now);
      Files.write(fresh, Json.encodeBytes(published));
      Files.move(fresh, folder.resolve(release.sha256() + SHEET), StandardCopyOption.ATOMIC_MOVE);
      return published;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Every one, the newest version first.
  public List<Release> all() {
    try {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      FileTime now = Files.getLastModifiedTime(folder);
      Known last = known;
      if (!last.at().equals(now)) {
        last = new Known(now, look());
        // What changes twice within the clock's step would look the same.
        if (now.toMillis() < System.currentTimeMillis() - SETTLED_MILLIS) {
          known = last;
        }
      }
      return last.releases();
    } catch (IOException e) {
      LOG.warn("The releases in {} can't be read", folder, e);
      return List.of();
    }
  }

  /// The newest for a system.
  Optional<Release> current(String system, String arch, String kind) {
    return all().stream()
        .filter(one ->
            one.system().equals(system) && one.arch().equals(arch) && one.kind().equals(kind))
        .findFirst();
  }

  Optional<Release> bySha256(String sha256) {
    return all().stream().filter(one -> one.sha256().equals(sha256)).findFirst();
  }

  Path file(Release release) {
    return folder.resolve(release.sha256());
  }

  /// @return how many there were of that version
  public int remove(String version) throws IOException {
    int count = 0;
    for (Release one : all()) {
      if (one.version().equals(version)) {
        Files.deleteIfExists(folder.resolve(one.sha256() + SHEET));
        Files.deleteIfExists(file(one));
        count++;
      }
    }
    return count;
  }

  private List<Release> look() throws IOException {
    List<Release> found = new ArrayList<>();
    try (DirectoryStream<Path> sheets = Files.newDirectoryStream(folder, "*" + SHEET)) {
      for (Path sheet : sheets) {
        try {
          Release release = read(sheet);
          if (release.wrong() == null && Files.isRegularFile(file(release))) {
            found.add(release);
          }
        } catch (UnusableReleaseException e) {
          LOG.warn("{}", e.getMessage());
        }
      }
    }
    found.sort(
        Comparator.comparing((Release one) -> ReleaseVersion.of(one.version()))
            .reversed()
            .thenComparing(Release::system)
            .thenComparing(Release::kind));
    return List.copyOf(found);
  }

  private static Release read(Path sheet) throws IOException {
    try {
      return Json.decode(Files.readAllBytes(sheet), Release.class);
    } catch (ProblemException e) {
      throw new UnusableReleaseException(sheet + " is no release's sheet.");
    }
  }

  private static boolean isFor(Release one, Release other) {
    return one.system().equals(other.system())
        && one.arch().equals(other.arch())
        && one.kind().equals(other.kind());
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      int read;
      while ((read = in.read(buffer)) >= 0) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
