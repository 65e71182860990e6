package dev.windowshop.client.demo;

import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.ProfileException;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Shop;
import dev.windowshop.protocol.User;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the demo shop's sellers and the friend, until its standard input ends: so they never
/// outlive what started them.
@Command(
    name = "demo-people",
    description = "The demo shop's sellers and the friend, as clients of the relay.",
    mixinStandardHelpOptions = true)
public final class DemoMain implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(DemoMain.class);
  static final String SELLER = "mira";
  static final String FRIEND = "jonas";

  @Spec private CommandSpec spec;

  @Option(names = "--relay", paramLabel = "URL", required = true, description = "The relay.")
  private String relay;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder of their profiles.")
  private Path data;

  private final List<DemoClient> clients = new ArrayList<>();

  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    System.exit(new CommandLine(new DemoMain()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      RelayAddress address = RelayAddress.of(relay, false);
      DemoClient seller = client(SELLER, address);
      begin(seller, me -> new DemoSeller(seller, me))
          .thenRunAsync(() -> others(seller, address), seller.services().core().workers().io())
          .whenComplete(DemoMain::logged);
      DemoClient friend = client(FRIEND, address);
      begin(friend, me -> new DemoFriend(friend, me)).whenComplete(DemoMain::logged);
      untilInputEnds();
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException | ProfileException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } finally {
      synchronized (clients) {
        clients.forEach(DemoClient::close);
      }
    }
  }

  private static CompletableFuture<Void> begin(DemoClient client, Function<Me, Object> person) {
    return client.start().thenApply(person).thenAccept(alive -> LOG.info("{} is there", alive));
  }

  private static void logged(@Nullable Void done, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.warn("Somebody of the demo shop is not there", failure);
    }
  }

  /// The owners of the other shops answer too, as far as they are people of the demo.
  private void others(DemoClient seller, RelayAddress address) {
    try {
      for (String name : owners(seller)) {
        DemoClient other = client(name, address);
        begin(other, me -> new DemoSeller(other, me)).whenComplete(DemoMain::logged);
      }
    } catch (ProblemException | RelayUnreachableException | ProfileException e) {
      LOG.warn("Only {} sells: {}", SELLER, e.getMessage());
    }
  }

  private static Set<String> owners(DemoClient seller) {
    var relay = seller.services().core().relay();
    Set<String> names = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    String cursor = null;
    do {
      ProductPage page =
          relay.get(
              "/products?limit=100" + (cursor == null ? "" : "&cursor=" + cursor),
              ProductPage.class);
      for (Product product : page.items()) {
        Shop shop = product.shop();
        if (seen.add(shop.ownerId())) {
          names.add(relay.get("/users/" + shop.ownerId(), User.class).username());
        }
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    names.remove(SELLER);
    names.remove(FRIEND);
    return names;
  }

  private DemoClient client(String name, RelayAddress address) {
    DemoClient client = new DemoClient(name, address, data);
    synchronized (clients) {
      clients.add(client);
    }
    return client;
  }

  private static void untilInputEnds() throws IOException {
    byte[] ignored = new byte[64];
    int read;
    do {
      read = System.in.read(ignored);
    } while (read >= 0);
  }
}
