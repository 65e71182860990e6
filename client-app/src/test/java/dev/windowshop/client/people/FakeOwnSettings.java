package dev.windowshop.client.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Settings as a relay would keep them.
public final class FakeOwnSettings implements OwnSettings {
  public final Live<Known> settings = new Live<>(new Known(Settings.DEFAULT));
  public final List<String> patches = new ArrayList<>();
  public @Nullable RuntimeException trouble;

  @Override
  public Live<Known> settings() {
    return settings;
  }

  @Override
  public CompletableFuture<Settings> change(Object patch) {
    if (trouble != null) {
      return CompletableFuture.failedFuture(trouble);
    }
    patches.add(Json.encode(patch));
    Known known = settings.value();
    ObjectNode now =
        (ObjectNode)
            Json.tree(
                known == null || known.settings() == null ? Settings.DEFAULT : known.settings());
    JsonNode changed = Json.tree(patch);
    changed
        .properties()
        .forEach(field -> {
          if (field.getValue() instanceof ObjectNode group) {
            ((ObjectNode) now.get(field.getKey())).setAll(group);
          } else {
            now.set(field.getKey(), field.getValue());
          }
        });
    Settings result = Json.decode(now, Settings.class);
    settings.set(new Known(result));
    return CompletableFuture.completedFuture(result);
  }
}
