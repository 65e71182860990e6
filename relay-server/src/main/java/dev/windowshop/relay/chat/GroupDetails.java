package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a group may be called and how it may look. Inside the caller's unit of work.
final class GroupDetails {
  private static final int NAME_LENGTH = 100;
  private static final int DESCRIPTION_LENGTH = 1000;
  private static final int PICTURE_LENGTH = 500;

  private final Attachments attachments;
  private final ChatConfig config;

  GroupDetails(Attachments attachments, ChatConfig config) {
    this.attachments = attachments;
    this.config = config;
  }

  String name(@Nullable String asked) {
    return Field.text("name", asked, NAME_LENGTH);
  }

  /// An empty one is none.
  @Nullable String description(String asked) {
    return asked.isBlank() ? null : Field.text("description", asked, DESCRIPTION_LENGTH);
  }

  /// An upload becomes the picture, and the one before is let go; an empty text takes it away.
  @Nullable String picture(
      Handle handle, String userId, @Nullable String before, @Nullable String asked) {
    if (asked == null || asked.equals(before)) {
      return before;
    }
    String url = null;
    if (asked.startsWith("/media/") && asked.length() <= PICTURE_LENGTH) {
      url = asked;
    } else if (Ids.isId(asked)) {
      url = attachments.takePicture(handle, userId, asked);
    }
    if (url == null && !asked.isEmpty()) {
      throw ProblemException.invalid("avatar", "is no picture of yours");
    }
    if (before != null) {
      attachments.dropPicture(handle, before);
    }
    return url;
  }

  /// @param least how many are in it
  int maxMembers(int wanted, int least) {
    if (wanted < Math.max(2, least) || wanted > config.memberCeiling()) {
      throw ProblemException.invalid(
          "maxMembers", "must be between " + Math.max(2, least) + " and " + config.memberCeiling());
    }
    return wanted;
  }
}
