package dev.windowshop.client.people;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Settings;
import java.util.concurrent.CompletableFuture;

/// The settings that follow the account. No method blocks.
public interface OwnSettings {
  /// Nothing until they are known; they are forgotten when the account goes.
  Live<Known> settings();

  /// @param settings null for a guest and until the relay has answered
  record Known(@org.jspecify.annotations.Nullable Settings settings) {}

  /// Changes some fields, on all devices.
  ///
  /// @param patch a JSON merge patch, as maps of maps
  CompletableFuture<Settings> change(Object patch);
}
