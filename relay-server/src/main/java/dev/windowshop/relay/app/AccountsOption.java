package dev.windowshop.relay.app;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.moderation.OperatorService;
import java.time.Clock;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;

/// `--data` and `--database`, opened for work on the accounts in it.
final class AccountsOption {
  @Mixin private DataOption data;

  @Mixin private DatabaseOptions database;

  /// @throws CannotStartException saying in one sentence why it can't be done
  void work(BiConsumer<Database, OperatorService> work) {
    try (Database opened = Database.open(database.config(DataFolder.prepare(data.folder())))) {
      work.accept(opened, new OperatorService(opened, Clock.systemUTC()));
    } catch (ProblemException | DatabaseUnavailableException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }
}
