package dev.windowshop.client.update;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Release;
import dev.windowshop.protocol.ReleaseVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for newer versions, fetches and installs them when told to. Thread-safe; one thing at a
/// time.
public final class UpdateService {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateService.class);
  private static final long FIRST_MINUTES = 1;
  private static final long AGAIN_MINUTES = 12 * 60;

  /// How a fetched package is installed; blocks.
  @FunctionalInterface
  public interface Installer {
    void install(Path file) throws IOException;
  }

  private final RelayClient relay;
  private final Workers workers;
  private final UpdateConfig config;
  private final Installer installer;
  private final Live<UpdateState> state;
  private final Object turn = new Object();

  public UpdateService(
      RelayClient relay, Workers workers, UpdateConfig config, Installer installer) {
    this.relay = relay;
    this.workers = workers;
    this.config = config;
    this.installer = installer;
    this.state =
        new Live<>(config.key() == null ? new UpdateState.Off() : new UpdateState.NotAsked());
  }

  public Live<UpdateState> state() {
    return state;
  }

  public ReleaseVersion version() {
    return config.version();
  }

  /// Asks now and then, by itself.
  public void start() {
    if (config.key() != null) {
      workers
          .timer()
          .scheduleAtFixedRate(this::askQuietly, FIRST_MINUTES, AGAIN_MINUTES, TimeUnit.MINUTES);
    }
  }

  /// What is under way or fetched is not asked for anew.
  private void askQuietly() {
    if (!(state.value() instanceof UpdateState.NotAsked
        || state.value() instanceof UpdateState.Current
        || state.value() instanceof UpdateState.Failed)) {
      return;
    }
    check();
  }

  /// Asks the relay.
  public CompletableFuture<Void> check() {
    return doing(key -> {
      Release release = current();
      if (release == null || !ReleaseVersion.of(release.version()).isNewerThan(config.version())) {
        return new UpdateState.Current();
      }
      return key.signed(release)
          ? new UpdateState.Available(release)
          : new UpdateState.Failed(
              "The relay offers version "
                  + release.version()
                  + ", but it is not signed by who made this one. It is not taken.");
    });
  }

  /// Fetches what is available.
  public CompletableFuture<Void> fetch() {
    return doing(key ->
        state.value() instanceof UpdateState.Available available
            ? fetched(available.release())
            : now());
  }

  /// Installs what was fetched. It is looked at once more: a file may change while it lies there.
  public CompletableFuture<Void> install() {
    return doing(key -> {
      if (!(state.value() instanceof UpdateState.Fetched fetched)) {
        return now();
      }
      if (!isWhole(fetched.file(), fetched.release())) {
        Files.deleteIfExists(fetched.file());
        return new UpdateState.Failed("What was fetched has changed. Ask for it again.");
      }
      state.set(new UpdateState.Installing(fetched.release()));
      try {
        installer.install(fetched.file());
        return new UpdateState.Installed(fetched.release());
      } catch (IOException e) {
        LOG.warn("The installer", e);
        // It can be tried again, or by hand.
        state.set(new UpdateState.Fetched(fetched.release(), fetched.file()));
        return new UpdateState.Failed(
            "It was not installed (" + e.getMessage() + "). The package is " + fetched.file());
      }
    });
  }

  private UpdateState fetched(Release release) throws IOException {
    Files.createDirectories(config.folder());
    Path part = config.folder().resolve(release.sha256() + ".part");
    Path whole = config.folder().resolve(release.fileName());
    try {
      if (!Files.exists(whole) || !isWhole(whole, release)) {
        state.set(new UpdateState.Fetching(release, 0));
        relay.download(
            "/releases/" + release.sha256() + "/file",
            part,
            received -> state.set(new UpdateState.Fetching(release, received)));
        if (!isWhole(part, release)) {
          return new UpdateState.Failed(
              "What came is not what was signed: cut short, or changed on the way. It was thrown"
                  + " away.");
        }
        Files.move(
            part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
      return new UpdateState.Fetched(release, whole);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// What the relay says for this system; nothing when there is nothing, or nothing that fits.
  private @Nullable Release current() {
    try {
      Release release =
          relay.get(
              "/releases/current?system="
                  + config.system()
                  + "&arch="
                  + config.arch()
                  + "&kind="
                  + config.kind(),
              Release.class);
      boolean fits =
          release.wrong() == null
              && release.system().equals(config.system())
              && release.arch().equals(config.arch())
              && release.kind().equals(config.kind());
      return fits ? release : null;
    } catch (ProblemException e) {
      if (e.type() == ProblemType.NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  private UpdateState now() {
    UpdateState value = state.value();
    return value == null ? new UpdateState.NotAsked() : value;
  }

  private interface Step {
    UpdateState run(ReleaseKey key) throws IOException;
  }

  private CompletableFuture<Void> doing(Step step) {
    ReleaseKey key = config.key();
    if (key == null) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.runAsync(
        () -> {
          synchronized (turn) {
            state.set(outcome(step, key));
          }
        },
        workers.io());
  }

  private static UpdateState outcome(Step step, ReleaseKey key) {
    try {
      return step.run(key);
    } catch (RelayUnreachableException | ProblemException e) {
      return new UpdateState.Failed(
          e.getMessage() == null ? "The relay did not answer." : e.getMessage());
    } catch (IOException e) {
      LOG.warn("An update", e);
      return new UpdateState.Failed("It could not be kept on this machine: " + e.getMessage());
    }
  }

  private static boolean isWhole(Path file, Release release) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != release.size()) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      int read;
      while ((read = in.read(buffer)) >= 0) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest()).equals(release.sha256());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
