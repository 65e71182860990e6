package dev.windowshop.client.app;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.chat.Draft;
import dev.windowshop.client.chat.OpenConversation;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A profile as one version of the app left it: somebody signed in, a message that was sent, one
/// that waits, something in the cart, a setting. Each released version's is kept in the resources
/// of the tests; `main` makes this version's.
final class KeptProfile {
  static final String USER = "keeper";
  static final String SENT = "This was sent.";
  static final String WAITING = "This waits to be sent.";
  static final String SETTING = "theme";
  static final String VALUE = "DARK";

  private KeptProfile() {}

  /// @param arguments the file to make, `VERSION.zip`
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path folder = Files.createTempDirectory("windowshop-kept-");
    try (Relay relay =
        Relay.start(
            RelayConfig.local(folder.resolve("relay"))
                .with(config -> config.demo(true))
                .withPort(0))) {
      fill(folder.resolve("profile"), relay.address());
    }
    zip(folder.resolve("profile"), Path.of(arguments[0]));
    System.exit(0);
  }

  static Services open(Path folder, String relay) {
    return Services.open(
        Profile.in("kept", folder.resolve("data"), folder.resolve("cache")),
        RelayAddress.of(relay, false).ofDemo(),
        SoundAccess.TONE,
        LocalSources.demo(1));
  }

  private static void fill(Path folder, String relay) {
    Services services = open(folder, relay);
    try {
      services.core().start();
      services.core().account().signUp("keeper@example.org", USER, "a good password", null).join();
      String conversation = direct(services);
      services.chat().send(conversation, Draft.of(SENT)).join();
      TestClient.await(
          services.chat().conversations(),
          all -> all.stream().anyMatch(one -> one.lastMessage() != null));
      try (OpenConversation open = services.chat().open(conversation)) {
        TestClient.await(open.state(), state -> state.messages().size() == 1);
      }
      Product product =
          services
              .core()
              .relay()
              .get("/products?limit=1&inStock=true", ProductPage.class)
              .items()
              .getFirst();
      services.store().cart().add(product, product.variants().getFirst(), 2);
      TestClient.await(services.store().cart().cart(), cart -> cart.count() == 2);
      services.core().settings().set(SETTING, VALUE);
      // The line is cut; what is written from here on waits.
      services.core().socket().close();
      services.chat().send(conversation, Draft.of(WAITING)).join();
    } finally {
      services.close();
    }
  }

  private static String direct(Services services) {
    Me other =
        services
            .core()
            .relay()
            .post(
                "/auth/login",
                new Auth.Login("jonas", "windowshop-demo", "kept"),
                Auth.Tokens.class)
            .user();
    return services.chat().openDirect(other.id()).join();
  }

  static boolean signedIn(Services services) {
    return Objects.requireNonNull(services.core().account().account().value())
            instanceof Account.SignedIn(Me me)
        && me.username().equals(USER);
  }

  private static void zip(Path folder, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      for (Path one : files) {
        String name = folder.relativize(one).toString().replace('\\', '/');
        // What is fetched again, and what belongs to a process, is not part of it.
        if (name.startsWith("cache/") || name.contains("/logs/") || name.endsWith("/lock")) {
          continue;
        }
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(one, zip);
        zip.closeEntry();
      }
    }
  }

  static void unzip(InputStream in, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("leads out of the folder: " + entry.getName());
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(zip, file);
      }
    }
  }
}
