package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.notification.Told;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What calls need to know of conversations. Called inside a unit of database work.
public interface CallConversations {
  /// The user ids of everybody in the conversation, this user among them.
  ///
  /// @throws dev.windowshop.protocol.ProblemException when this user is not in it
  List<String> members(Handle handle, String conversationId, String userId);

  /// Those of the others that a call of this user rings. Who is not among them may still join it.
  ///
  /// @throws dev.windowshop.protocol.ProblemException 403 when this user may not call the other
  default Collection<String> rung(
      Handle handle, String conversationId, String userId, List<String> others) {
    return others;
  }

  /// Everybody in the conversation, to be told of its call.
  Collection<String> everybody(Handle handle, String conversationId);

  /// @throws dev.windowshop.protocol.ProblemException 403 when this user may not end a call for
  ///   everybody in it
  void requireMayEnd(Handle handle, String conversationId, String userId);

  /// Whether this user is in the conversation.
  default boolean isMember(Handle handle, String conversationId, String userId) {
    return everybody(handle, conversationId).contains(userId);
  }

  /// Whether this user, who is in the conversation, lets others into its call.
  boolean mayAdmit(Handle handle, String conversationId, String userId);

  /// Whether a block keeps these two apart.
  default boolean areApart(Handle handle, String one, String other) {
    return false;
  }

  /// Who somebody is, as everybody may know them.
  User user(Handle handle, String userId);

  /// Whether this user lets all of these connect to them directly.
  default boolean showsAddress(Handle handle, String userId, Collection<String> others) {
    return true;
  }

  /// Has those who did not take a call notified of it.
  ///
  /// @return what to tell them after the commit
  default List<Told> missed(Handle handle, Call call, Collection<String> userIds) {
    return List.of();
  }

  /// Stores the `call` message of a call that is over.
  ///
  /// @return what to tell the conversation after the commit
  List<ServerEvent> record(Handle handle, Call ended);
}
