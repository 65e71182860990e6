package dev.windowshop.relay.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `user`: what whoever runs the relay can do about accounts, also while it serves.
@Command(
    name = "user",
    description = "Look after accounts, also while a relay serves the same folder.",
    subcommands = {
      ListUsersCommand.class,
      ShowUserCommand.class,
      AddUserCommand.class,
      RoleCommand.Promote.class,
      RoleCommand.Demote.class,
      SuspendCommand.class,
      UnsuspendCommand.class,
      ResetPasswordCommand.class
    },
    mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, for example: relay user reset-password NAME");
  }
}
