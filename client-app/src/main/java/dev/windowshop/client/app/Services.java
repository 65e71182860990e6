package dev.windowshop.client.app;

import dev.windowshop.client.cache.Migration;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.store.StoreSchema;
import dev.windowshop.client.store.StoreServices;
import java.util.ArrayList;
import java.util.List;

/// Every feature's services, with no window: the same for the desktop and for clients without one.
///
/// @param core what they stand on
public record Services(ClientCore core, StoreServices store) implements AutoCloseable {

  /// Opens what lies on this machine; the relay is asked from [ClientCore#start] on.
  public static Services open(Profile profile, RelayAddress address) {
    List<Migration> migrations = new ArrayList<>(StoreSchema.migrations());
    ClientCore core = ClientCore.open(profile, address, migrations);
    StoreServices store =
        StoreServices.of(
            core.database(),
            core.relay(),
            core.socket(),
            core.account(),
            core.workers(),
            core.pictures());
    return new Services(core, store);
  }

  @Override
  public void close() {
    core.close();
  }
}
