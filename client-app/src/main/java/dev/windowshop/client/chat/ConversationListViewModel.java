package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of conversations as it is shown. One that was opened and never written in is not.
public final class ConversationListViewModel implements AutoCloseable {
  private final Chats chats;
  private final Wording wording;
  private final Predicate<Conversation> shown;
  private final Subscription observing;
  private final ObservableList<Tile> tiles = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper signedIn = new ReadOnlyBooleanWrapper();
  private List<Conversation> conversations = List.of();
  private Map<String, PresenceStatus> presence = Map.of();
  private Map<String, List<String>> typing = Map.of();
  private Map<String, Own> own = Map.of();
  private final ReadOnlyObjectWrapper<List<Tile>> waiting = new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableList<Invite> invites = FXCollections.observableArrayList();
  private final BooleanProperty archiveOpen = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper archived = new ReadOnlyIntegerWrapper();

  public ConversationListViewModel(Chats chats, Executor ui) {
    this(chats, ui, Wording.here());
  }

  ConversationListViewModel(Chats chats, Executor ui, Wording wording) {
    this(chats, ui, wording, conversation -> true);
  }

  /// Those about what one sells only.
  public static ConversationListViewModel ofListings(Chats chats, Executor ui) {
    return new ConversationListViewModel(
        chats, ui, Wording.here(), conversation -> isOwnListing(conversation, chats.ownId()));
  }

  /// Whether somebody talks to this user about what they sell.
  public static boolean isOwnListing(Conversation conversation, @Nullable String userId) {
    var shop = conversation.shop();
    return conversation.kind() == ConversationKind.LISTING
        && shop != null
        && shop.ownerId().equals(userId);
  }

  private ConversationListViewModel(
      Chats chats, Executor ui, Wording wording, Predicate<Conversation> shown) {
    this.chats = chats;
    this.shown = shown;
    this.wording = wording;
    archiveOpen.subscribe((before, now) -> show());
    this.observing =
        Subscription.of(
            chats
                .conversations()
                .observe(now ->
                    ui.execute(() -> {
                      conversations = now;
                      show();
                    })),
            chats
                .presence()
                .observe(now ->
                    ui.execute(() -> {
                      presence = now;
                      show();
                    })),
            chats
                .typing()
                .observe(now ->
                    ui.execute(() -> {
                      typing = now;
                      show();
                    })),
            chats
                .personals()
                .own()
                .observe(now ->
                    ui.execute(() -> {
                      own = now;
                      show();
                    })),
            chats
                .groups()
                .invitesToOneself()
                .observe(now -> ui.execute(() -> invites.setAll(now))));
  }

  public ObservableList<Tile> tiles() {
    return tiles;
  }

  /// Messages not read yet, over all conversations.
  public ReadOnlyIntegerProperty unread() {
    return unread.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty signedIn() {
    return signedIn.getReadOnlyProperty();
  }

  /// What waits to be read, the latest first.
  public ReadOnlyObjectProperty<List<Tile>> waiting() {
    return waiting.getReadOnlyProperty();
  }

  private void show() {
    signedIn.set(chats.ownId() != null);
    List<Tile> all =
        conversations.stream()
            .filter(shown)
            .filter(c ->
                c.lastMessage() != null
                    || c.kind() == ConversationKind.GROUP
                    || own.getOrDefault(c.id(), Own.NOTHING).draft() != null)
            .map(this::tile)
            .toList();
    List<Tile> now =
        all.stream()
            .filter(tile -> tile.archived() == archiveOpen.get())
            .sorted(Comparator.comparing(Tile::pinned).reversed())
            .toList();
    Lists.replace(tiles, now);
    archived.set((int) all.stream().filter(Tile::archived).count());
    if (archived.get() == 0) {
      archiveOpen.set(false);
    }
    // What is muted or put away does not call.
    List<Tile> calling =
        all.stream().filter(tile -> tile.calls() && !tile.muted() && !tile.archived()).toList();
    waiting.set(calling);
    unread.set(calling.stream().mapToInt(tile -> Math.abs(tile.unread())).sum());
  }

  /// Groups that one is invited to.
  public ObservableList<Invite> invites() {
    return invites;
  }

  /// Whether what was put away is shown, in place of the rest.
  public BooleanProperty archiveOpen() {
    return archiveOpen;
  }

  /// How many are put away.
  public ReadOnlyIntegerProperty archived() {
    return archived.getReadOnlyProperty();
  }

  public Chats chats() {
    return chats;
  }

  private Tile tile(Conversation conversation) {
    List<User> others =
        conversation.participants().stream()
            .map(participant -> participant.user())
            .filter(user -> !user.id().equals(chats.ownId()))
            .toList();
    boolean group = conversation.kind() == ConversationKind.GROUP;
    List<String> writing = typing.getOrDefault(conversation.id(), List.of());
    Message last = conversation.lastMessage();
    String preview = last == null ? "" : Wording.preview(last, chats.ownId());
    if (group
        && last != null
        && last.type() != Message.Type.SYSTEM
        && !last.sender().id().equals(chats.ownId())) {
      preview = last.sender().displayName() + ": " + preview;
    }
    var shop = conversation.shop();
    String url = others.isEmpty() ? null : others.getFirst().avatarUrl();
    if (shop != null && !shop.ownerId().equals(chats.ownId())) {
      url = shop.avatarUrl();
    } else if (group) {
      url = conversation.avatarUrl();
    }
    Integer count = conversation.unreadCount();
    Own mine = own.getOrDefault(conversation.id(), Own.NOTHING);
    Personal.Draft draft = mine.draft();
    boolean begun =
        draft != null && draft.content() != null && !draft.content().isBlank() && count(count) == 0;
    if (begun && draft != null) {
      preview = "Draft: " + String.valueOf(draft.content()).strip().replace('\n', ' ');
    }
    return new Tile(
        conversation.id(),
        conversation.name() == null ? "" : conversation.name(),
        url,
        conversation.product() == null ? null : conversation.product().title(),
        writing.isEmpty() ? preview : Wording.writing(writing),
        !writing.isEmpty(),
        wording.brief(conversation.lastActivityAt()),
        count(count) == 0 && mine.unread() ? -1 : count(count),
        !group
            && others.stream().anyMatch(user -> presence.get(user.id()) == PresenceStatus.ONLINE),
        Boolean.TRUE.equals(conversation.pinned()),
        muted(conversation, mine),
        Boolean.TRUE.equals(conversation.archived()),
        begun && writing.isEmpty());
  }

  private static int count(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  /// A time that is over mutes no more.
  private boolean muted(Conversation conversation, Own mine) {
    Instant until = mine.mutedUntil();
    return Boolean.TRUE.equals(conversation.muted())
        && (until == null || until.isAfter(wording.now().instant()));
  }

  @Override
  public void close() {
    observing.close();
  }
}
