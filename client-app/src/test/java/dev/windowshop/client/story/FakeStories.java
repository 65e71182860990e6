package dev.windowshop.client.story;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Story;
import dev.windowshop.protocol.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Statuses by hand, and what was done to them.
public final class FakeStories implements Stories {
  public static final User ANA = user("ana", "Ana Beltrán");
  public static final User BEN = user("ben", "Ben");
  public static final User CLEO = user("cleo", "Cléo Martin");

  public final Live<Shown> shown = new Live<>(Shown.NOTHING);
  public final List<String> done = new ArrayList<>();
  public List<Story.Viewer> viewers = List.of();

  /// Of every video.
  public final CompletableFuture<Path> file = new CompletableFuture<>();

  private static User user(String id, String name) {
    return new User(id, id, name, null, null, null, null);
  }

  public static Story words(String id, User author, String text, @Nullable String background) {
    return story(id, author, text, background, null);
  }

  public static Story picture(String id, User author, @Nullable String text, String attachment) {
    return story(
        id,
        author,
        text,
        null,
        new Attachment(
            attachment, "image", "p.jpg", "image/jpeg", 1, 600, 800, null, "/thumb/" + attachment));
  }

  public static Story video(String id, User author, String attachment) {
    Story as = picture(id, author, null, attachment);
    return new Story(
        as.id(),
        as.authorId(),
        null,
        Story.Type.VIDEO,
        null,
        null,
        new Attachment(attachment, "video", "tour.mp4", "video/mp4", 1, 160, 90, 4_000L, null),
        as.createdAt(),
        as.expiresAt(),
        as.seen(),
        as.views());
  }

  private static Story story(
      String id,
      User author,
      @Nullable String text,
      @Nullable String background,
      @Nullable Attachment picture) {
    Instant at = Instant.now().minusSeconds(3_000);
    return new Story(
        id,
        author.id(),
        null,
        picture == null ? Story.Type.TEXT : Story.Type.IMAGE,
        text,
        background,
        picture,
        at,
        at.plusSeconds(86_400),
        author == ANA ? null : Boolean.FALSE,
        author == ANA ? 2 : null);
  }

  /// Ana's; the others are new to her.
  public void show(List<Story.Group> groups) {
    shown.set(new Shown(ANA.id(), groups, List.of()));
  }

  public static Story.Group group(User author, boolean muted, Story... stories) {
    int unseen =
        (int) List.of(stories).stream().filter(story -> Boolean.FALSE.equals(story.seen())).count();
    return new Story.Group(author, List.of(stories), unseen, muted);
  }

  @Override
  public Live<Shown> shown() {
    return shown;
  }

  @Override
  public CompletableFuture<Void> post(NewStory story) {
    done.add("post " + story.text() + " on " + story.background());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void retry(String clientId) {
    done.add("retry " + clientId);
  }

  @Override
  public void discard(String clientId) {
    done.add("discard " + clientId);
  }

  @Override
  public void seen(Story story) {
    done.add("seen " + story.id());
  }

  @Override
  public void remove(String storyId) {
    done.add("remove " + storyId);
  }

  @Override
  public void mute(String authorId, boolean on) {
    done.add("mute " + authorId + " " + on);
  }

  @Override
  public CompletableFuture<List<Story.Viewer>> viewers(String storyId) {
    return CompletableFuture.completedFuture(viewers);
  }

  @Override
  public CompletableFuture<Path> video(Story story) {
    return file.copy();
  }

  @Override
  public CompletableFuture<Void> answer(Story story, String text) {
    done.add("answer " + story.id() + ": " + text);
    return CompletableFuture.completedFuture(null);
  }
}
