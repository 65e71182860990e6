package dev.windowshop.client.story;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.story.StoryStore.Kind;
import dev.windowshop.client.video.Posters;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Statuses on this machine: shown from the cache, brought up to date by the relay, gone from here
/// the moment they end. Any thread; nothing blocks the caller. What comes and what is told is taken
/// one after the other by the `story` thread.
public final class StoryService implements Stories, AutoCloseable {
  private static final TypeReference<Page<Story.Group>> GROUPS = new TypeReference<>() {};
  private static final TypeReference<Page<Story.Viewer>> VIEWERS = new TypeReference<>() {};
  private static final int MOST_PAGES = 20;

  private final ClientDatabase database;
  private final RelayClient relay;
  private final SocketClient socket;
  private final Workers workers;
  private final StoryPictures pictures;
  private final StoryVideos videos;
  private final StoryAnswers answers;
  private final InstantSource clock;
  private final StoryStore store = new StoryStore();
  private final StorySteps steps;
  private final RelayThread thread = new RelayThread("story");
  private final Live<Shown> shown = new Live<>(Shown.NOTHING);
  private final List<Consumer<String>> forgetting = new CopyOnWriteArrayList<>();
  private final Subscription observing;
  private volatile @Nullable String ownId;

  /// How far the relay's clock, which decides, is ahead of this machine's.
  private volatile Duration ahead = Duration.ZERO;

  /// Only on the `story` thread.
  private @Nullable ScheduledFuture<?> ending;

  /// @param folder for copies of pictures and videos that wait, and beside them for fetched videos
  /// @param posters of the videos that are posted
  public StoryService(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers,
      Path folder,
      StoryAnswers answers,
      Posters posters,
      InstantSource clock) {
    this.database = database;
    this.relay = relay;
    this.socket = socket;
    this.workers = workers;
    this.pictures = new StoryPictures(folder);
    this.videos = new StoryVideos(relay, folder.resolveSibling(folder.getFileName() + "-videos"));
    this.answers = answers;
    this.clock = clock;
    this.steps = new StorySteps(database, store, relay, pictures, posters, this::askAgainIn);
    this.observing =
        Subscription.of(
            account.account().observe(now -> thread.run(() -> userChanged(now.userId()))),
            socket
                .state()
                .observe(state -> {
                  if (state instanceof ConnectionState.Online) {
                    thread.run(this::refresh);
                  }
                }),
            socket.onEvent(event -> thread.run(() -> took(event))));
    workers
        .io()
        .execute(() -> {
          pictures.sweep(database.read(store::copies));
          videos.sweep(database.read(store::attachments));
        });
  }

  /// Hears of the address of each picture that must not be kept any longer.
  public Subscription onGone(Consumer<String> forget) {
    forgetting.add(forget);
    return () -> forgetting.remove(forget);
  }

  @Override
  public Live<Shown> shown() {
    return shown;
  }

  private Instant now() {
    return clock.instant().plus(ahead);
  }

  private boolean online() {
    return socket.state().value() instanceof ConnectionState.Online;
  }

  private void userChanged(@Nullable String userId) {
    ownId = userId;
    show();
    if (online()) {
      refresh();
    }
  }

  private void took(ServerEvent event) {
    String userId = ownId;
    if (event instanceof ServerEvent.Ready ready) {
      ahead = Duration.between(clock.instant(), ready.serverTime());
      return;
    }
    if (userId == null) {
      return;
    }
    switch (event) {
      case ServerEvent.StoryAdded news -> {
        write(connection -> {
          store.author(connection, userId, news.author(), false);
          store.put(connection, userId, news.story(), false);
        });
        show();
      }
      case ServerEvent.StoryViewed news -> {
        write(connection -> {
          Story story = store.find(connection, userId, news.storyId());
          Integer views = news.views();
          if (story != null && news.authorId().equals(userId) && views != null) {
            store.put(connection, userId, StoryOrder.viewed(story, views), false);
          } else if (news.viewer().id().equals(userId)) {
            store.seen(connection, userId, news.storyId());
          }
        });
        show();
      }
      case ServerEvent.StoryRemoved news -> {
        database
            .write(
                connection -> Optional.ofNullable(store.delete(connection, userId, news.storyId())))
            .join()
            .ifPresent(this::forget);
        show();
      }
      case ServerEvent.PersonalChanged news -> {
        if (news.item().kind().equals("story_mutes") || news.item().kind().equals("blocks")) {
          refresh();
        }
      }
      case ServerEvent.Resync _ -> refresh();
      case ServerEvent.InConversation _,
          ServerEvent.UserTyping _,
          ServerEvent.UserStoppedTyping _,
          ServerEvent.UserStatusChanged _,
          ServerEvent.InviteChanged _,
          ServerEvent.Ready _,
          ServerEvent.ProductChanged _,
          ServerEvent.OrderChanged _,
          ServerEvent.CallRinging _,
          ServerEvent.CallState _,
          ServerEvent.CallSignal _,
          ServerEvent.CallDevice _,
          ServerEvent.CallKnock _,
          ServerEvent.ReportFiled _,
          ServerEvent.NotificationRaised _,
          ServerEvent.NotificationRead _,
          ServerEvent.ServerStopping _,
          ServerEvent.Failed _,
          ServerEvent.Unknown _ -> {}
    }
  }

  private void write(dev.windowshop.client.cache.SqlAction<java.sql.Connection> work) {
    database.execute(work).join();
  }

  /// Tells what is untold, then asks for everything.
  private void refresh() {
    String userId = ownId;
    if (userId == null) {
      return;
    }
    steps.tell(userId).forEach(this::forget);
    List<Story.Group> groups = fetch();
    List<Story> before = database.read(connection -> all(connection, userId));
    write(connection -> store.replace(connection, userId, groups));
    List<String> here =
        groups.stream().flatMap(group -> group.stories().stream()).map(Story::id).toList();
    before.stream().filter(story -> !here.contains(story.id())).forEach(this::forget);
    show();
  }

  private List<Story> all(java.sql.Connection connection, String userId)
      throws java.sql.SQLException {
    return store.groups(connection, userId, Instant.EPOCH).stream()
        .flatMap(group -> group.stories().stream())
        .toList();
  }

  private List<Story.Group> fetch() {
    List<Story.Group> all = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<Story.Group> part =
          relay.get("/stories?limit=100" + (cursor == null ? "" : "&cursor=" + cursor), GROUPS);
      all.addAll(part.items());
      cursor = part.nextCursor();
      if (cursor == null) {
        break;
      }
    }
    return all;
  }

  private void askAgainIn(long seconds) {
    workers
        .timer()
        .schedule(
            () ->
                thread.run(() -> {
                  if (online()) {
                    refresh();
                  }
                }),
            seconds,
            TimeUnit.SECONDS);
  }

  /// Shows what is here and not over, and takes away what is.
  private void show() {
    Instant now = now();
    List<Story> over = database.write(connection -> store.sweep(connection, now)).join();
    over.forEach(this::forget);
    String userId = ownId;
    shown.set(
        userId == null
            ? Shown.NOTHING
            : database.read(connection ->
                new Shown(
                    userId,
                    store.groups(connection, userId, now),
                    store.waiting(connection, userId))));
    ScheduledFuture<?> before = ending;
    if (before != null) {
      before.cancel(false);
    }
    Instant next =
        database.read(connection -> Optional.ofNullable(store.nextEnd(connection))).orElse(null);
    ending =
        next == null
            ? null
            : workers
                .timer()
                .schedule(
                    () -> thread.run(this::show),
                    Math.max(1, Duration.between(now, next).toMillis() + 1),
                    TimeUnit.MILLISECONDS);
  }

  private void forget(Story story) {
    StoryPictures.urls(story).forEach(url -> forgetting.forEach(one -> one.accept(url)));
    Attachment shown = story.attachment();
    if (shown != null) {
      videos.drop(shown.id());
    }
  }

  @Override
  public CompletableFuture<Void> post(NewStory story) {
    String userId = ownId;
    String text = story.text() == null || story.text().isBlank() ? null : story.text().strip();
    Path picture = story.picture();
    if (userId == null) {
      return refused(ProblemType.UNAUTHENTICATED, "Sign in to post a status.");
    }
    if (text == null && picture == null) {
      return refused(ProblemType.INVALID, "Write something, or choose a picture.");
    }
    if (text != null && text.length() > NewStory.MOST_TEXT) {
      return refused(
          ProblemType.INVALID, "A status has at most " + NewStory.MOST_TEXT + " characters.");
    }
    String clientId = Ids.newId();
    return CompletableFuture.supplyAsync(
            () -> Optional.ofNullable(picture == null ? null : pictures.keep(clientId, picture)),
            workers.io())
        .thenCompose(kept -> {
          WaitingStory waiting =
              new WaitingStory(
                  clientId,
                  text,
                  picture == null ? story.background() : null,
                  kept.map(one -> one.copy().toString()).orElse(null),
                  null,
                  now(),
                  null,
                  kept.map(StoryPictures.Kept::video).orElse(null));
          return did(userId, Kind.POST, clientId, Json.encode(waiting));
        });
  }

  private static CompletableFuture<Void> refused(ProblemType type, String why) {
    return CompletableFuture.failedFuture(new ProblemException(type, why));
  }

  /// Writes it down, shows it, and tells the relay when it is there.
  private CompletableFuture<Void> did(
      String userId, Kind kind, String target, @Nullable String json) {
    return database
        .execute(connection -> {
          store.add(connection, userId, kind, target, json);
          switch (kind) {
            case SEEN -> store.seen(connection, userId, target);
            case MUTE -> store.muted(connection, userId, target, true);
            case UNMUTE -> store.muted(connection, userId, target, false);
            case POST, REMOVE -> {}
          }
        })
        .thenAccept(_ -> {
          thread.run(this::show);
          tell();
        });
  }

  private void tell() {
    thread.run(() -> {
      String userId = ownId;
      if (userId != null && online()) {
        steps.tell(userId).forEach(this::forget);
        show();
      }
    });
  }

  private void change(Kind kind, String target) {
    String userId = ownId;
    if (userId != null) {
      var unused = did(userId, kind, target, null);
    }
  }

  @Override
  public void seen(Story story) {
    if (!Boolean.TRUE.equals(story.seen()) && !story.authorId().equals(ownId)) {
      change(Kind.SEEN, story.id());
    }
  }

  @Override
  public void remove(String storyId) {
    change(Kind.REMOVE, storyId);
  }

  @Override
  public void mute(String authorId, boolean on) {
    change(on ? Kind.MUTE : Kind.UNMUTE, authorId);
  }

  @Override
  public void retry(String clientId) {
    thread.run(() -> {
      write(connection -> store.refuse(connection, clientId, null));
      show();
    });
    tell();
  }

  @Override
  public void discard(String clientId) {
    thread.run(() -> {
      write(connection -> store.discard(connection, clientId));
      pictures.drop(clientId);
      show();
    });
  }

  @Override
  public CompletableFuture<List<Story.Viewer>> viewers(String storyId) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<Story.Viewer> all = new ArrayList<>();
          String cursor = null;
          do {
            Page<Story.Viewer> part =
                relay.get(
                    "/stories/"
                        + storyId
                        + "/viewers?limit=100"
                        + (cursor == null ? "" : "&cursor=" + cursor),
                    VIEWERS);
            all.addAll(part.items());
            cursor = part.nextCursor();
          } while (cursor != null);
          return List.copyOf(all);
        },
        workers.io());
  }

  @Override
  public CompletableFuture<Path> video(Story story) {
    Attachment shown = story.attachment();
    return shown == null
        ? CompletableFuture.failedFuture(
            new ProblemException(ProblemType.NOT_FOUND, "This status has no video."))
        : CompletableFuture.supplyAsync(() -> videos.file(shown), workers.io());
  }

  @Override
  public CompletableFuture<Void> answer(Story story, String text) {
    return answers.answer(story, text);
  }

  @Override
  public void close() {
    observing.close();
    thread.close();
  }
}
