package dev.windowshop.relay.interest;

import dev.windowshop.relay.recommend.Taste;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What recommendations need to know of other features.
public interface InterestSources {
  /// What somebody says they like.
  ///
  /// @param actor a user's id, or a guest's key, of whom nothing is kept
  Taste taste(Handle handle, String actor);

  /// Variants in an account's cart.
  List<String> cartVariants(Handle handle, String userId);

  /// User ids of a conversation's members.
  ///
  /// @throws dev.windowshop.protocol.ProblemException 404 when the user is not one of them
  List<String> membersOf(Handle handle, String conversationId, String userId);

  /// User ids of those who are in a call.
  ///
  /// @throws dev.windowshop.protocol.ProblemException 404 when the user is not one of them
  List<String> inCall(Handle handle, String callId, String userId);
}
