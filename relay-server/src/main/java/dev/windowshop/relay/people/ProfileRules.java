package dev.windowshop.relay.people;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.account.AccountRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a profile may hold.
final class ProfileRules {
  private static final int BIO_LENGTH = 140;

  private ProfileRules() {}

  /// @throws ProblemException 422 naming every field that is wrong
  static Me.Patch check(Me.Patch patch, Instant now) {
    Map<String, String> errors = new LinkedHashMap<>();
    String displayName = patch.displayName() == null ? null : patch.displayName().strip();
    if (displayName != null) {
      AccountRules.checkDisplayName(displayName, errors);
    }
    String bio = patch.bio() == null ? null : patch.bio().strip();
    if (bio != null && bio.codePointCount(0, bio.length()) > BIO_LENGTH) {
      errors.put("bio", "must have " + BIO_LENGTH + " characters at most");
    } else if (bio != null && bio.codePoints().anyMatch(Character::isISOControl)) {
      errors.put("bio", "must be one line");
    }
    if (patch.bioUntil() != null && !patch.bioUntil().isAfter(now)) {
      errors.put("bioUntil", "must be in the future");
    }
    if (patch.bioUntil() != null && bio == null) {
      errors.put("bioUntil", "comes with a bio");
    }
    String avatar = patch.avatarUrl();
    if (avatar != null
        && !avatar.isEmpty()
        && (avatar.length() > 500 || !avatar.startsWith("/media/"))) {
      errors.put("avatarUrl", "must be a picture of this relay");
    }
    if (patch.avatarId() != null && (avatar != null || !Ids.isId(patch.avatarId()))) {
      errors.put("avatarId", "must be the id of an upload, and comes without an avatarUrl");
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some fields were refused.").withErrors(errors));
    }
    return new Me.Patch(displayName, bio, avatar, patch.bioUntil(), patch.avatarId());
  }
}
