package dev.windowshop.client.app;

import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.AppVersion;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.ProfileException;
import dev.windowshop.client.platform.ProfileInUseException;
import dev.windowshop.client.platform.system.Door;
import dev.windowshop.client.platform.system.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The desktop application's command line. Exit codes: 0 closed, 1 could not, 2 misused.
///
/// No `Application`, so that it starts from a class path.
@Command(
    name = "app",
    description = "The Windowshop desktop application.",
    mixinStandardHelpOptions = true,
    versionProvider = ClientMain.Version.class,
    sortOptions = false)
public final class ClientMain implements Callable<Integer> {
  static final String USUAL_RELAY = "http://127.0.0.1:4000";

  /// With these there is no window, or one that is set up otherwise.
  private static final Set<String> WINDOWLESS =
      Set.of("--smoke", "--headless", "--help", "-h", "--version", "-V");

  @Spec private CommandSpec spec;

  @Option(
      names = "--relay",
      paramLabel = "URL",
      description = "The relay to use (default: the last one, at first " + USUAL_RELAY + ").")
  private @Nullable String relay;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "default",
      description =
          "Whose tokens, cart and cache; several can be open at once (default: ${DEFAULT-VALUE}).")
  private String profileName;

  @Option(names = "--demo", description = "Offer to sign in as a demo shopper with one click.")
  private boolean demo;

  @Option(
      names = {"--allow-insecure", "--insecure"},
      description = "Allow plain http to another machine: nothing sent is protected.")
  private boolean insecure;

  @Option(
      names = "--smoke",
      paramLabel = "FILE",
      description = {
        "Walk through the app once by itself: start, home, sign-in, product, chat, a call of ten"
            + " seconds. Writes a report (JSON) and screenshots beside it; exits with 0 when all"
            + " went well. It makes two accounts and erases them, takes the demo's with --demo, or"
            + " those that the environment names: "
            + SmokeAccount.VARIABLE
            + "=NAME:PASSWORD,NAME:PASSWORD."
      })
  private @Nullable Path smoke;

  @Option(
      names = "--smoke-seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long its call lasts (default: ${DEFAULT-VALUE}).")
  private int smokeSeconds;

  @Option(names = "--headless", description = "With --smoke: without a display.")
  private boolean headless;

  @Parameters(
      arity = "0..1",
      paramLabel = "LINK",
      description =
          "What to open: windowshop://product/ID, …/conversation/ID, …/join/TOKEN, …/call/TOKEN or …/user/NAME."
              + " An app that is open already with this profile opens it.")
  private @Nullable String link;

  public static void main(String[] arguments) {
    // The toolkit unpacks its libraries: beside ours, not in a folder of its own in the home.
    System.setProperty("javafx.cachedir", Folders.here().cache().resolve("javafx").toString());
    if (Stream.of(arguments).map(one -> one.split("=", 2)[0]).noneMatch(WINDOWLESS::contains)) {
      Toolkit.begin();
    }
    int code =
        new CommandLine(new ClientMain())
            .setParameterExceptionHandler(ClientMain::misused)
            .execute(arguments);
    Toolkit.end();
    System.exit(code);
  }

  @Override
  public Integer call() throws InterruptedException {
    Timing.mark("main");
    if (smoke != null) {
      return smoke(smoke);
    }
    if (headless) {
      throw new ParameterException(spec.commandLine(), "--headless goes with --smoke.");
    }
    Visits visits = new Visits();
    if (link != null) {
      visits.come(checked(link));
    }
    try (Profile profile = Profile.open(profileName)) {
      DiagnosticsLog.open(profile);
      RememberedRelay remembered = new RememberedRelay(profile.data().resolve("relay.txt"));
      RelayAddress address = address(relay == null ? remembered.read() : relay);
      remembered.write(address);
      if (address.exposed()) {
        err("Warning: what is sent to " + address.base() + " is not protected.");
      }
      Door door = Door.open(profile.data(), visits::come);
      try {
        return Windowshop.run(profile, address, demo, visits);
      } finally {
        if (door != null) {
          door.close();
        }
      }
    } catch (ProfileInUseException e) {
      // The one that is open comes to the front, with the link.
      if (relay == null
          && !demo
          && Door.knock(Profile.place(profileName), link == null ? "" : link)) {
        return CommandLine.ExitCode.OK;
      }
      err(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (ProfileException | UnsupportedOperationException e) {
      err(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IOException e) {
      err("The profile cannot be used: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } finally {
      DiagnosticsLog.close();
    }
  }

  private int smoke(Path report) throws InterruptedException {
    // Writing pictures must not start the other toolkit.
    System.setProperty("java.awt.headless", "true");
    if (headless) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    RelayAddress address = address(relay == null ? USUAL_RELAY : relay);
    List<SmokeAccount> accounts;
    try {
      accounts = SmokeAccount.two(System.getenv(SmokeAccount.VARIABLE), demo);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    try {
      return new Smoke(address, report, accounts, Duration.ofSeconds(Math.max(1, smokeSeconds)))
          .run();
    } catch (IOException | UnsupportedOperationException e) {
      err("The smoke test could not be done: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static int misused(ParameterException misuse, String[] arguments) {
    PrintWriter err = misuse.getCommandLine().getErr();
    err.println(misuse.getMessage());
    err.println("Try 'app --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  private String checked(String text) {
    if (AppLink.parse(text) == null) {
      throw new ParameterException(
          spec.commandLine(), "'" + text + "' is no link like windowshop://product/ID.");
    }
    return text;
  }

  private RelayAddress address(String text) {
    try {
      return RelayAddress.of(text, insecure);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Windowshop " + AppVersion.here()};
    }
  }

  private void err(@Nullable String text) {
    spec.commandLine().getErr().println(text);
  }
}
