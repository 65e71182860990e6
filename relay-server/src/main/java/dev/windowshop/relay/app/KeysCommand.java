package dev.windowshop.relay.app;

import dev.windowshop.relay.auth.SigningKeys;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `keys`: the keys that sign access tokens.
@Command(
    name = "keys",
    description = "Look after the keys that sign access tokens.",
    subcommands = {KeysCommand.Rotate.class},
    mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, for example: relay keys rotate");
  }

  /// `keys rotate`.
  @Command(
      name = "rotate",
      description = {
        "Make a new key. A relay that serves the folder signs with it within a minute; tokens of the"
            + " two keys before it are taken for as long as they last.",
        "Keys that were given with --private-key are rotated by giving another one first."
      },
      mixinStandardHelpOptions = true)
  static final class Rotate implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Override
    public Integer call() {
      try {
        String id = SigningKeys.rotate(DataFolder.prepare(data.folder()));
        spec.commandLine().getOut().println("The new signing key is " + id);
        spec.commandLine().getOut().flush();
        return 0;
      } catch (IOException e) {
        throw new CannotStartException(
            "The relay's keys can't be used: " + e.getMessage() + ".", e);
      }
    }
  }
}
