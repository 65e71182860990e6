package dev.windowshop.relay.realtime;

import java.util.Map;

/// What a socket command does. Commands of one socket run one after the other on a virtual thread.
@FunctionalInterface
public interface CommandHandler<T> {
  /// @return fields of the acknowledgement beside `ok`
  /// @throws dev.windowshop.protocol.ProblemException becomes `{ok:false, problem}`
  Map<String, Object> handle(ClientSocket socket, T body);
}
