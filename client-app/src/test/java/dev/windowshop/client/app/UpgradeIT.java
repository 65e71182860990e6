package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.chat.OpenConversation;
import dev.windowshop.protocol.Conversation;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever upgrades keeps everything: each released version's profile is opened by this one, with
/// no relay to fetch anything from.
class UpgradeIT {
  private static final String NOWHERE = "http://127.0.0.1:9";

  @TempDir Path folder;

  static Stream<Path> profiles() throws Exception {
    URI place = Objects.requireNonNull(UpgradeIT.class.getResource("/profiles")).toURI();
    try (Stream<Path> all = Files.list(Path.of(place))) {
      return all.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
    }
  }

  @Test
  void thereAreProfilesToUpgrade() throws Exception {
    assertTrue(profiles().findAny().isPresent());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void aProfileOfThatVersionIsWholeInThisOne(Path kept) throws Exception {
    try (InputStream in = Files.newInputStream(kept)) {
      KeptProfile.unzip(in, folder);
    }
    Services services = KeptProfile.open(folder, NOWHERE);
    try {
      assertTrue(KeptProfile.signedIn(services));
      assertEquals(KeptProfile.VALUE, services.core().settings().text(KeptProfile.SETTING));
      List<Conversation> conversations =
          TestClient.await(services.chat().conversations(), all -> !all.isEmpty());
      assertEquals(1, conversations.size());
      try (OpenConversation open = services.chat().open(conversations.getFirst().id())) {
        OpenConversation.State state =
            TestClient.await(
                open.state(), one -> !one.messages().isEmpty() && !one.pending().isEmpty());
        assertEquals(KeptProfile.SENT, state.messages().getLast().content());
        assertEquals(1, state.pending().size());
        assertEquals(KeptProfile.WAITING, state.pending().getFirst().send().content());
      }
      assertEquals(
          2, TestClient.await(services.store().cart().cart(), cart -> cart.count() > 0).count());
    } finally {
      services.close();
    }
    assertFalse(
        Files.exists(folder.resolve("data/settings.json.damaged")), "the settings were read");
  }
}
