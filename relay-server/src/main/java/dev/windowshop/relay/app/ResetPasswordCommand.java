package dev.windowshop.relay.app;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.account.PasswordCost;
import dev.windowshop.relay.account.PasswordService;
import dev.windowshop.relay.account.Passwords;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `user reset-password`.
@Command(
    name = "reset-password",
    description = {
      "Give somebody a new password and sign them out everywhere.",
      "Prints one that is made up, for them to change, or takes the first line of standard input."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ResetPasswordCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The user name.")
  private String username;

  @Mixin private DataOption data;

  @Mixin private DatabaseOptions database;

  @Option(
      names = "--stdin",
      description = "Take the password from standard input instead of making one up.")
  private boolean stdin;

  @Override
  public Integer call() throws IOException {
    String given = stdin ? line() : null;
    try (Database opened = Database.open(database.config(DataFolder.prepare(data.folder())));
        Passwords passwords = new Passwords(PasswordCost.DEFAULT)) {
      PasswordService service = PasswordService.offline(opened, passwords, Clock.systemUTC());
      String password = service.reset(username, given);
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          given == null
              ? "The new password of " + username + " is " + password
              : "The password of " + username + " is set.");
      out.flush();
      return 0;
    } catch (ProblemException | DatabaseUnavailableException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable String line() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String line = in.readLine();
    return line == null ? "" : line;
  }
}
