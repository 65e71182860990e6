package dev.windowshop.relay.realtime;

import dev.windowshop.protocol.Command;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where features register what they do for a command. Filled before serving, read-only after.
public final class Commands {
  private final Map<Command, CommandHandler<Object>> handlers = new EnumMap<>(Command.class);

  /// @param type the command's own payload record
  public <T extends Record> void on(Command command, Class<T> type, CommandHandler<T> handler) {
    if (command.payload() != type) {
      throw new IllegalArgumentException(command + " carries " + command.payload());
    }
    handlers.put(command, (socket, body) -> handler.handle(socket, type.cast(body)));
  }

  @Nullable CommandHandler<Object> find(Command command) {
    return handlers.get(command);
  }
}
