package dev.windowshop.client.demo;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.app.Services;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One person of the demo shop, signed in, for ever.
final class DemoClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoClient.class);
  private static final String PASSWORD = "windowshop-demo";
  private static final long AGAIN_SECONDS = 2;

  private final String name;
  private final Services services;
  private final CompletableFuture<Me> signedIn = new CompletableFuture<>();

  DemoClient(String name, RelayAddress relay, Path folder) {
    this.name = name;
    Path own = folder.resolve(name);
    this.services =
        Services.open(
            Profile.in(name, own.resolve("data"), own.resolve("cache")),
            relay.ofDemo(),
            SoundAccess.TONE,
            LocalSources.demo(name.hashCode() & 0xFFFF));
  }

  Services services() {
    return services;
  }

  /// Signs in whenever nobody is: at first, and when the relay ended the session. Completes the
  /// first time; fails when the relay does not know this person.
  CompletableFuture<Me> start() {
    services
        .core()
        .account()
        .account()
        .observe(account -> {
          switch (account) {
            case Account.SignedIn in -> signedIn.complete(in.me());
            case Account.Guest guest -> signIn();
          }
        });
    services.core().start();
    return signedIn;
  }

  private void signIn() {
    services
        .core()
        .account()
        .signIn(name, PASSWORD)
        .whenComplete((me, failure) -> {
          if (failure == null) {
            return;
          }
          if (failure.getCause() instanceof ProblemException refused
              && refused.problem().status() < 500
              && refused.problem().status() != 429) {
            LOG.info("{} is not of this shop: {}", name, refused.getMessage());
            signedIn.completeExceptionally(refused);
          } else {
            services
                .core()
                .workers()
                .timer()
                .schedule(this::signIn, AGAIN_SECONDS, TimeUnit.SECONDS);
          }
        });
  }

  @Override
  public void close() {
    services.close();
  }
}
