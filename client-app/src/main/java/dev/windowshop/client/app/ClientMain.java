package dev.windowshop.client.app;

import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.AppVersion;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.system.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Spec private CommandSpec spec;

  @Option(
      names = "--relay",
      paramLabel = "URL",
      description = "The relay to use (default: the last one, at first " + USUAL_RELAY + ").")
  private @Nullable String relay;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = WindowStart.USUAL_PROFILE,
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
    Timing.mark("main");
    // The toolkit unpacks its libraries: beside ours, not in a folder of its own in the home.
    System.setProperty("javafx.cachedir", Folders.here().cache().resolve("javafx").toString());
    WindowStart plain = WindowStart.plain(List.of(arguments));
    int code;
    if (plain == null) {
      code =
          new CommandLine(new ClientMain())
              .setParameterExceptionHandler(ClientMain::misused)
              .execute(arguments);
    } else {
      Toolkit.begin();
      code = begun(plain);
    }
    Toolkit.end();
    System.exit(code);
  }

  private static int begun(WindowStart start) {
    try {
      return start.run();
    } catch (WindowStart.MisuseException e) {
      return misused(
          new ParameterException(new CommandLine(new ClientMain()), e.getMessage(), e),
          new String[0]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandLine.ExitCode.SOFTWARE;
    } catch (RuntimeException e) {
      Workers.uncaught(Thread.currentThread(), e);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    if (smoke != null) {
      return smoke(smoke);
    }
    if (headless) {
      throw new ParameterException(spec.commandLine(), "--headless goes with --smoke.");
    }
    if (link != null && AppLink.parse(link) == null) {
      throw new ParameterException(
          spec.commandLine(), "'" + link + "' is no link like windowshop://product/ID.");
    }
    try {
      return new WindowStart(relay, profileName, demo, insecure, link).run();
    } catch (WindowStart.MisuseException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
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
