package dev.windowshop.relay.app;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.moderation.OperatorService;
import java.time.Clock;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;

/// `--data`, opened for work on its accounts.
final class AccountsOption {
  @Mixin private DataOption data;

  /// @throws CannotStartException saying in one sentence why it can't be done
  void work(BiConsumer<Database, OperatorService> work) {
    try (Database database = Database.open(DataFolder.prepare(data.folder()))) {
      work.accept(database, new OperatorService(database, Clock.systemUTC()));
    } catch (ProblemException | DatabaseUnavailableException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }
}
