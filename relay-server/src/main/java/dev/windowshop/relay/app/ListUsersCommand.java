package dev.windowshop.relay.app;

import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.account.Names;
import dev.windowshop.relay.moderation.OperatorService.Account;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `user list`.
@Command(
    name = "list",
    description = "List accounts by user name: name, email, role, and who is suspended.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ListUsersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AccountsOption accounts;

  @Option(names = "--staff", description = "Only moderators and admins.")
  private boolean staff;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    accounts.work((database, operator) -> {
      List<Account> page = operator.page("");
      while (!page.isEmpty()) {
        page.stream()
            .filter(account -> !staff || account.role().moderates())
            .forEach(account -> out.println(line(account)));
        page = operator.page(Names.key(page.getLast().user().username()));
      }
    });
    out.flush();
    return 0;
  }

  private static String line(Account account) {
    return account.user().username()
        + "\t"
        + account.email()
        + "\t"
        + role(account.role())
        + (account.suspension() == null ? "" : "\tsuspended");
  }

  static String role(UserRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
