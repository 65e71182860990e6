package dev.windowshop.client.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Release;
import dev.windowshop.protocol.ReleaseVersion;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.release.ReleaseShelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Updates over a real relay: what is signed and newer is installed, and nothing else ever is.
class UpdateIT {
  private static final String CONTENT = "the next version, whole";

  @TempDir Path folder;

  private final List<String> installed = new ArrayList<>();
  private KeyPair keys;
  private Relay relay;
  private ReleaseShelf shelf;
  private TestClient client;
  private UpdateService updates;

  @BeforeEach
  void start() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(0));
    shelf = new ReleaseShelf(folder.resolve("relay"));
    client = new TestClient(folder.resolve("client"), relay.address());
    updates =
        new UpdateService(
            client.core().relay(),
            client.core().workers(),
            new UpdateConfig(
                ReleaseVersion.of("0.1.0"),
                "linux",
                "x64",
                "deb",
                new ReleaseKey(keys.getPublic()),
                folder.resolve("updates")),
            file -> installed.add(Files.readString(file)));
  }

  @AfterEach
  void stop() {
    client.close();
    relay.close();
  }

  @Test
  void whatIsNewerAndSignedIsFetchedAndInstalledWhenAskedTo() throws Exception {
    updates.check().join();
    assertInstanceOf(UpdateState.Current.class, updates.state().value());

    publish(signed("0.2.0", CONTENT, "Faster."));
    updates.check().join();
    UpdateState.Available available =
        assertInstanceOf(UpdateState.Available.class, updates.state().value());
    assertEquals("Faster.", available.release().notes());
    assertTrue(installed.isEmpty(), "nothing is installed that was not asked for");

    updates.fetch().join();
    assertInstanceOf(UpdateState.Fetched.class, updates.state().value());
    updates.install().join();
    assertInstanceOf(UpdateState.Installed.class, updates.state().value());
    assertEquals(List.of(CONTENT), installed);
  }

  @Test
  void aWrongSignatureOrADowngradeIsNotTaken() throws Exception {
    publish(signed("0.0.9", "old", ""));
    updates.check().join();
    assertInstanceOf(UpdateState.Current.class, updates.state().value());

    // The same signature under a newer version: an old file passed off as new.
    Release old = signed("0.0.8", "older", "");
    publish(
        new Release(
            "0.3.0",
            "linux",
            "x64",
            "deb",
            old.fileName(),
            old.size(),
            old.sha256(),
            old.notes(),
            old.signature(),
            null),
        "older");
    updates.check().join();
    assertInstanceOf(UpdateState.Failed.class, updates.state().value());

    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    publish(signed("0.4.0", "by somebody else", ""), "by somebody else");
    updates.check().join();
    assertInstanceOf(UpdateState.Failed.class, updates.state().value());
    updates.fetch().join();
    updates.install().join();
    assertTrue(installed.isEmpty());
    assertFalse(Files.exists(folder.resolve("updates")), "nothing was fetched");
  }

  @Test
  void aCutOrChangedDownloadIsThrownAway() throws Exception {
    Release release = signed("0.2.0", CONTENT, "");
    publish(release);
    updates.check().join();
    Path atRelay = folder.resolve("relay/releases").resolve(release.sha256());
    for (String wrong : List.of("the next version, wh", "the next version, evil!", "")) {
      Files.writeString(atRelay, wrong);
      updates.check().join();
      updates.fetch().join();
      assertInstanceOf(UpdateState.Failed.class, updates.state().value(), wrong);
      assertEquals(List.of(), names(folder.resolve("updates")), wrong);
    }
    Files.writeString(atRelay, CONTENT);
    updates.check().join();
    updates.fetch().join();
    UpdateState.Fetched fetched =
        assertInstanceOf(UpdateState.Fetched.class, updates.state().value());

    // It may still be changed where it lies.
    Files.writeString(fetched.file(), "the next version, evil!");
    updates.install().join();
    assertInstanceOf(UpdateState.Failed.class, updates.state().value());
    assertTrue(installed.isEmpty());
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  private void publish(Release release) throws IOException {
    publish(release, release.version().equals("0.2.0") ? CONTENT : "old");
  }

  private void publish(Release release, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(release.fileName()), content);
    Path sheet = Files.write(folder.resolve("sheet.json"), Json.encodeBytes(release));
    shelf.add(file, sheet, Instant.parse("2026-11-26T10:00:00Z"));
  }

  private Release signed(String version, String content, String notes) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Release bare =
        new Release(
            version,
            "linux",
            "x64",
            "deb",
            "windowshop_" + version + "_amd64.deb",
            bytes.length,
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
            notes,
            "",
            null);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(Objects.requireNonNull(keys).getPrivate());
    signature.update(bare.statement());
    return new Release(
        bare.version(),
        bare.system(),
        bare.arch(),
        bare.kind(),
        bare.fileName(),
        bare.size(),
        bare.sha256(),
        bare.notes(),
        Base64.getEncoder().encodeToString(signature.sign()),
        null);
  }
}
