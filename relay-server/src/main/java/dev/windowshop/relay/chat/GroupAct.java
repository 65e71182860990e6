package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Role;

/// What the roles of a group may do: the one table of it. The table in docs/protocol.md is held
/// against this one by a test.
enum GroupAct {
  ADD(Role.ADMIN, "Only the owner and admins add people."),
  INVITE(Role.ADMIN, "Only the owner and admins invite people."),
  ANSWER_REQUESTS(Role.ADMIN, "Only the owner and admins let people in."),
  DESCRIBE(Role.ADMIN, "Only the owner and admins describe the group."),
  REMOVE(Role.ADMIN, "You can't remove them."),
  CHANGE_ROLES(Role.ADMIN, "You can't give them that role."),
  DELETE_OTHERS(Role.ADMIN, "You can't delete this message."),
  PIN(Role.ADMIN, "Only the owner and admins pin messages."),
  SHARE_HISTORY(Role.OWNER, "Only the owner shares the history with new members."),
  CLOSE(Role.OWNER, "Only the owner closes the group and opens it again."),
  TRANSFER(Role.OWNER, "Only the owner hands the group over.");

  private final Role least;
  private final String refusal;

  GroupAct(Role least, String refusal) {
    this.least = least;
    this.refusal = refusal;
  }

  /// Roles are declared from the highest down.
  boolean isAllowed(Role role) {
    return role.ordinal() <= least.ordinal();
  }

  /// @throws ProblemException 403 when the role may not
  void require(Role role) {
    if (!isAllowed(role)) {
      throw ProblemException.forbidden(refusal);
    }
  }

  /// Whether somebody may take another out or change their role: only of those below.
  static boolean outranks(Role actor, Role target) {
    return actor.ordinal() < target.ordinal();
  }
}
