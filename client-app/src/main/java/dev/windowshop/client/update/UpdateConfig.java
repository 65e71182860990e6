package dev.windowshop.client.update;

import dev.windowshop.client.platform.AppVersion;
import dev.windowshop.client.platform.system.SystemInstaller;
import dev.windowshop.client.platform.system.SystemKind;
import dev.windowshop.protocol.ReleaseVersion;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What this installation is, and what it takes.
///
/// @param kind of installer that it came from
/// @param key null where it takes no updates
/// @param folder where they are fetched to
public record UpdateConfig(
    ReleaseVersion version,
    String system,
    String arch,
    String kind,
    @Nullable ReleaseKey key,
    Path folder) {

  /// @param cache of the profile
  public static UpdateConfig here(Path cache) {
    SystemKind system = SystemKind.here();
    return new UpdateConfig(
        ReleaseVersion.of(AppVersion.here()),
        system.wire(),
        SystemKind.processor(),
        SystemInstaller.kind(system),
        ReleaseKey.here(),
        cache.resolve("updates"));
  }
}
