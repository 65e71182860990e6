package dev.windowshop.relay.story;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Story;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.people.Permissions;
import dev.windowshop.relay.people.SeenPeople;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes wire records of stored stories. Stateless; runs inside the caller's unit of work.
final class StoryReader {
  private final UserRepository users;
  private final StoryUploads uploads;
  private final StoryViewRepository views;
  private final Permissions permissions;

  StoryReader(
      UserRepository users,
      StoryUploads uploads,
      StoryViewRepository views,
      Permissions permissions) {
    this.users = users;
    this.uploads = uploads;
    this.views = views;
    this.permissions = permissions;
  }

  /// As everybody who may see it may.
  Story forEverybody(Handle handle, StoryRow row) {
    return story(row, pictures(handle, List.of(row)), null, null);
  }

  /// For its reader, with what is personal to them.
  List<Story> forReader(Handle handle, String reader, List<StoryRow> rows) {
    Map<String, Attachment> pictures = pictures(handle, rows);
    Set<String> seen = views.seenAmong(handle, reader, rows.stream().map(StoryRow::id).toList());
    Map<String, List<StoryViewRepository.View>> own =
        viewers(
            handle,
            reader,
            rows.stream().filter(row -> row.authorId().equals(reader)).map(StoryRow::id).toList());
    return rows.stream()
        .map(row -> {
          boolean isOwn = row.authorId().equals(reader);
          return story(
              row,
              pictures,
              isOwn || seen.contains(row.id()),
              isOwn ? (Integer) own.getOrDefault(row.id(), List.of()).size() : null);
        })
        .toList();
  }

  /// Who has seen an author's stories, as far as both show what they have read and no block keeps
  /// them apart.
  Map<String, List<StoryViewRepository.View>> viewers(
      Handle handle, String author, Collection<String> storyIds) {
    Map<String, List<StoryViewRepository.View>> all = views.of(handle, storyIds);
    Set<String> people = new HashSet<>();
    all.values().forEach(list -> list.forEach(view -> people.add(view.viewerId())));
    if (people.isEmpty()) {
      return Map.of();
    }
    Set<String> kept = new HashSet<>(permissions.apartFrom(handle, author, people));
    Set<String> silent = permissions.withoutReceipts(handle, withOneself(people, author));
    if (silent.contains(author)) {
      return Map.of();
    }
    kept.addAll(silent);
    Map<String, List<StoryViewRepository.View>> shown = new HashMap<>();
    all.forEach((id, list) ->
        shown.put(id, list.stream().filter(view -> !kept.contains(view.viewerId())).toList()));
    return shown;
  }

  /// Those that exist, by id, without anything that not everybody may see.
  Map<String, User> people(Handle handle, Collection<String> ids) {
    Map<String, User> found = new HashMap<>();
    users.byIds(handle, ids).forEach((id, user) -> found.put(id, SeenPeople.byAnybody(user)));
    return found;
  }

  private static Collection<String> withOneself(Set<String> people, String oneself) {
    List<String> all = new ArrayList<>(people);
    all.add(oneself);
    return all;
  }

  private Map<String, Attachment> pictures(Handle handle, List<StoryRow> rows) {
    return uploads.read(
        handle,
        rows.stream().map(StoryRow::attachmentId).filter(Objects::nonNull).distinct().toList());
  }

  private static Story story(
      StoryRow row,
      Map<String, Attachment> pictures,
      @Nullable Boolean seen,
      @Nullable Integer viewed) {
    return new Story(
        row.id(),
        row.authorId(),
        row.clientId(),
        row.type(),
        row.text(),
        row.background(),
        row.attachmentId() == null ? null : pictures.get(row.attachmentId()),
        row.createdAt(),
        row.expiresAt(),
        seen,
        viewed);
  }
}
