package dev.windowshop.relay.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The relay's command line. Exit codes: 0 done, 1 could not, 2 misused.
@Command(
    name = "relay",
    description = "The Windowshop relay: the shop, the chats and the calls of many desktops.",
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      UserCommand.class,
      KeysCommand.class,
      RecommendCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DoctorCommand.class,
      ReleaseCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = RelayMain.Version.class,
    footer = {
      "",
      "Every option can also be set by an environment variable, --data by WINDOWSHOP_DATA, and by a",
      "line of the file that --config names, data = DIR. A secret may be in a file of its own: --NAME-file.",
      "'relay serve --help' says more about a command."
    })
public final class RelayMain implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    PrintWriter err = new PrintWriter(System.err, true);
    System.exit(run(System.getenv(), new PrintWriter(System.out, true), err, arguments));
  }

  /// @return the exit code
  static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
    try {
      CommandLine line = commandLine(environment, arguments).setOut(out).setErr(err);
      return line.execute(Settings.withContents(List.of(arguments), line));
    } catch (Settings.WrongSettingException e) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }

  /// @param environment where options that are not given are looked up
  /// @param arguments may name a file where those are looked up that are not there either
  public static CommandLine commandLine(Map<String, String> environment, String... arguments) {
    CommandLine line = new CommandLine(new RelayMain());
    return line.setDefaultValueProvider(Settings.of(environment, List.of(arguments), line))
        .setExecutionExceptionHandler(RelayMain::failed)
        .setParameterExceptionHandler(RelayMain::misused);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do, for example: relay serve");
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof CannotStartException) {
      err.println(failure.getMessage());
    } else {
      LoggerFactory.getLogger(RelayMain.class)
          .error("{} failed", command.getCommandName(), failure);
      err.println("Something went wrong; the lines above say what.");
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static int misused(ParameterException misuse, String[] arguments) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(misuse.getMessage());
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Windowshop relay " + Relay.version()};
    }
  }
}
