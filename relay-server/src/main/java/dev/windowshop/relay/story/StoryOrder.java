package dev.windowshop.relay.story;

import dev.windowshop.protocol.Story;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.http.Cursor;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which order people's stories are shown, and where a page of them goes on: by a key, so that
/// what is seen meanwhile moves nothing that is still to come. Pure.
final class StoryOrder {
  /// Where a group stands.
  record Key(int rank, long latest, String authorId) {
    static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::rank)
            .thenComparing(Comparator.comparingLong(Key::latest).reversed())
            .thenComparing(Key::authorId);
  }

  private StoryOrder() {}

  static Story.Group group(User author, List<Story> stories, boolean muted) {
    int unseen = (int) stories.stream().filter(story -> !Boolean.TRUE.equals(story.seen())).count();
    return new Story.Group(author, List.copyOf(stories), unseen, muted);
  }

  static Comparator<Story.Group> of(String reader) {
    return Comparator.comparing(group -> key(reader, group), Key.ORDER);
  }

  /// @throws dev.windowshop.protocol.ProblemException 400 when the cursor is none of this list
  static @Nullable Key place(@Nullable List<String> cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return new Key(
          Integer.parseInt(cursor.get(0)), Long.parseLong(cursor.get(1)), Cursor.id(cursor.get(2)));
    } catch (NumberFormatException e) {
      throw Cursor.bad();
    }
  }

  static boolean isAfter(String reader, Story.Group group, @Nullable Key place) {
    return place == null || Key.ORDER.compare(key(reader, group), place) > 0;
  }

  static String cursor(String reader, Story.Group last) {
    Key key = key(reader, last);
    return Cursor.of(Integer.toString(key.rank()), Long.toString(key.latest()), key.authorId());
  }

  private static Key key(String reader, Story.Group group) {
    int rank =
        group.author().id().equals(reader) ? 0 : group.muted() ? 3 : group.unseen() > 0 ? 1 : 2;
    return new Key(rank, group.stories().getLast().createdAt().toEpochMilli(), group.author().id());
  }
}
