package dev.windowshop.relay.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What notifications need to know of conversations. Called inside units of work.
public interface Places {
  /// Those of these people who have muted the conversation.
  Set<String> muting(Handle handle, String conversationId, Collection<String> userIds);

  /// What the reader may read of these messages now, by id.
  Map<String, String> texts(Handle handle, String readerId, Collection<String> messageIds);

  /// The names of those of these conversations that have one.
  Map<String, String> names(Handle handle, Collection<String> conversationIds);
}
