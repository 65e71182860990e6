package dev.windowshop.relay.chat;

import dev.windowshop.protocol.User;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Who the people in conversations are, as the accounts know them. Called inside units of work.
@FunctionalInterface
public interface People {
  /// Those that exist, by id, without presence.
  Map<String, User> users(Handle handle, Collection<String> ids);
}
