package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of conversations as it is shown. One that was opened and never written in is not.
public final class ConversationListViewModel implements AutoCloseable {
  private final Chats chats;
  private final Wording wording;
  private final Subscription observing;
  private final ObservableList<Tile> tiles = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper signedIn = new ReadOnlyBooleanWrapper();
  private List<Conversation> conversations = List.of();
  private Map<String, PresenceStatus> presence = Map.of();
  private Map<String, List<String>> typing = Map.of();

  public ConversationListViewModel(Chats chats, Executor ui) {
    this(chats, ui, Wording.here());
  }

  ConversationListViewModel(Chats chats, Executor ui, Wording wording) {
    this.chats = chats;
    this.wording = wording;
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
                    })));
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

  private void show() {
    signedIn.set(chats.ownId() != null);
    List<Tile> now =
        conversations.stream()
            .filter(c -> c.lastMessage() != null || c.kind() == ConversationKind.GROUP)
            .map(this::tile)
            .toList();
    Lists.replace(tiles, now);
    unread.set(now.stream().mapToInt(Tile::unread).sum());
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
    return new Tile(
        conversation.id(),
        conversation.name() == null ? "" : conversation.name(),
        url,
        conversation.product() == null ? null : conversation.product().title(),
        writing.isEmpty() ? preview : Wording.writing(writing),
        !writing.isEmpty(),
        wording.brief(conversation.lastActivityAt()),
        count == null ? 0 : count,
        !group
            && others.stream().anyMatch(user -> presence.get(user.id()) == PresenceStatus.ONLINE));
  }

  @Override
  public void close() {
    observing.close();
  }
}
