package dev.windowshop.client.app;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of the two people of a smoke test: every service, in a folder of its own, with drawn
/// pictures and no device. Thread-safe.
final class SmokeClient {
  private static final Logger LOG = LoggerFactory.getLogger(SmokeClient.class);

  private final Services services;
  private final SmokeAccount account;
  private final Set<Long> mediaProcesses = ConcurrentHashMap.newKeySet();
  private final List<MediaEvent.Stats> measured = new CopyOnWriteArrayList<>();
  private volatile boolean heard;

  /// @param sound one of two listens to the tone of the other
  SmokeClient(
      String name, SmokeAccount account, RelayAddress relay, Path folder, SoundAccess sound) {
    this.account = account;
    Path own = folder.resolve(name);
    services =
        Services.open(
            Profile.in(name, own.resolve("data"), own.resolve("cache")),
            relay,
            sound,
            LocalSources.demo(name.hashCode() & 0xFFFF));
    services.media().onEvent(this::happened);
  }

  Services services() {
    return services;
  }

  Me signIn() {
    var accounts = services.core().account();
    return account.made()
        ? accounts.signUp(account.email(), account.name(), account.password(), null).join()
        : accounts.signIn(account.name(), account.password()).join();
  }

  boolean online() {
    return services.core().socket().state().value() instanceof ConnectionState.Online;
  }

  /// Of this client's media processes, also those that ended.
  Set<Long> mediaProcesses() {
    return Set.copyOf(mediaProcesses);
  }

  /// One a second and connected peer, oldest first.
  List<MediaEvent.Stats> measured() {
    return List.copyOf(measured);
  }

  boolean heard() {
    return heard;
  }

  /// An account that was made for this goes again.
  void erase() {
    if (account.made() && services.core().relay().session().tokens() != null) {
      try {
        services.core().relay().delete("/me", new Auth.Deletion(account.password()));
      } catch (ProblemException | RelayUnreachableException e) {
        LOG.warn("The account {} stays: {}", account.name(), e.getMessage());
      }
    }
  }

  private void happened(MediaEvent event) {
    if (event instanceof MediaEvent.Ready ready) {
      mediaProcesses.add(ready.pid());
    } else if (event instanceof MediaEvent.Stats stats) {
      measured.add(stats);
    } else if (event instanceof MediaEvent.Levels levels
        && levels.levels().stream().anyMatch(one -> one.peer() != null && one.level() > 0.001)) {
      heard = true;
    }
  }
}
