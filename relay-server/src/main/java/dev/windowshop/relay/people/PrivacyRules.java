package dev.windowshop.relay.people;

import dev.windowshop.protocol.Audience;

/// Who may do what to whom: pure, one line a question.
final class PrivacyRules {
  private PrivacyRules() {}

  /// How one person stands to another.
  ///
  /// @param blocked by the other
  /// @param blocks the other
  /// @param contact in the other's contacts
  record Standing(boolean blocked, boolean blocks, boolean contact) {
    boolean apart() {
      return blocked || blocks;
    }
  }

  /// @param audience what the other chose
  static boolean allows(Audience audience, Standing standing) {
    if (standing.apart()) {
      return false;
    }
    return switch (audience) {
      case EVERYONE, ASK -> true;
      case CONTACTS -> standing.contact();
      case NOBODY, UNKNOWN -> false;
    };
  }

  /// A group rings all its members but those who want no calls at all and those who are apart.
  static boolean rings(Audience whoMayCall, Standing standing) {
    return !standing.apart() && whoMayCall != Audience.NOBODY;
  }

  static Permissions.Adding adding(Audience whoMayAdd, Standing standing) {
    if (!allows(whoMayAdd, standing)) {
      return Permissions.Adding.NO;
    }
    return whoMayAdd == Audience.ASK && !standing.contact()
        ? Permissions.Adding.ASK
        : Permissions.Adding.AT_ONCE;
  }
}
