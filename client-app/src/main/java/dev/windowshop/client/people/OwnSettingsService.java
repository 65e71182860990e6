package dev.windowshop.client.people;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Settings;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings as the relay has them. Thread-safe.
public final class OwnSettingsService implements OwnSettings {
  private static final Logger LOG = LoggerFactory.getLogger(OwnSettingsService.class);

  private final RelayClient relay;
  private final AccountService account;
  private final Workers workers;
  private final Live<Known> settings = new Live<>(new Known(null));

  public OwnSettingsService(
      RelayClient relay, SocketClient socket, AccountService account, Workers workers) {
    this.relay = relay;
    this.account = account;
    this.workers = workers;
    account
        .account()
        .observe(now -> {
          if (now.userId() == null) {
            settings.set(new Known(null));
          }
        });
    socket
        .state()
        .observe(state -> {
          if (state instanceof ConnectionState.Online) {
            workers.io().execute(this::fetch);
          }
        });
    socket.onEvent(event -> {
      if (event instanceof ServerEvent.PersonalChanged changed
          && changed.item().kind().equals("settings")) {
        took(Json.decode(changed.item().value(), Settings.class));
      }
    });
  }

  @Override
  public Live<Known> settings() {
    return settings;
  }

  @Override
  public CompletableFuture<Settings> change(Object patch) {
    return CompletableFuture.supplyAsync(
        () -> {
          Settings now = relay.patch("/me/settings", patch, Settings.class);
          took(now);
          return now;
        },
        workers.io());
  }

  private void fetch() {
    try {
      took(relay.get("/me/settings", Settings.class));
    } catch (ProblemException | RelayUnreachableException e) {
      LOG.info("the settings were not fetched: {}", e.getMessage());
    }
  }

  private void took(Settings now) {
    if (account.account().value() instanceof Account.SignedIn) {
      settings.set(new Known(now));
    }
  }
}
