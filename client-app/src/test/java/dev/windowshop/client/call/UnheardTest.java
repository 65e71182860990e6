package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.client.platform.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a device keeps of its calls.
final class UnheardTest {
  @TempDir Path folder;

  @Test
  void itIsThereWhenTheAppIsOpenedAgainForWhomItWasAndNobodyElse() {
    opened().keep("me", Map.of("call", Set.of("loud", "louder")));
    assertEquals(Map.of("call", Set.of("loud", "louder")), opened().of("me"));
    assertEquals(Map.of(), opened().of("another"));
    opened().keep("me", Map.of());
    assertEquals(Map.of(), opened().of("me"));
  }

  @Test
  void callsThatNobodyToldTheEndOfDoNotPileUp() {
    Map<String, Set<String>> many = new HashMap<>();
    for (int i = 10; i < 30; i++) {
      many.put("call " + i, Set.of("loud"));
    }
    opened().keep("me", many);
    Map<String, Set<String>> kept = opened().of("me");
    assertEquals(8, kept.size());
    assertEquals(Set.of("loud"), kept.get("call 29"));
  }

  @Test
  void whatCannotBeReadIsNothing() {
    settings().set("call.unheard.me", "[");
    assertEquals(Map.of(), opened().of("me"));
  }

  private Unheard opened() {
    return new Unheard(settings());
  }

  private Settings settings() {
    return new Settings(folder.resolve("settings.json"), Runnable::run);
  }
}
