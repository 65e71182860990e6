package dev.windowshop.client.chat;

import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One conversation as it is shown.
public final class ConversationViewModel implements AutoCloseable {
  private final String id;
  private final Chats chats;
  private final OpenConversation open;
  private final Wording wording;
  private final Subscription observing;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper writing = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper personId = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper avatarUrl = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Product> product = new ReadOnlyObjectWrapper<>();
  private @Nullable Conversation conversation;
  private Map<String, PresenceStatus> presence = Map.of();
  private boolean seen;

  public ConversationViewModel(String id, Chats chats, Executor ui) {
    this(id, chats, ui, Wording.here());
  }

  ConversationViewModel(String id, Chats chats, Executor ui, Wording wording) {
    this.id = id;
    this.chats = chats;
    this.wording = wording;
    this.open = chats.open(id);
    this.observing =
        Subscription.of(
            open.state().observe(state -> ui.execute(() -> show(state))),
            chats.presence().observe(now -> ui.execute(() -> present(now))),
            chats.typing().observe(now -> ui.execute(() -> typing(now))),
            chats.connection().observe(now -> ui.execute(() -> connection(now))));
  }

  public String id() {
    return id;
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /// The other one's id; empty for a group.
  public ReadOnlyStringProperty personId() {
    return personId.getReadOnlyProperty();
  }

  /// Whether they are there, or who is in it.
  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /// Who is writing; empty when nobody is.
  public ReadOnlyStringProperty writing() {
    return writing.getReadOnlyProperty();
  }

  /// What to know about the connection; empty when all is well.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty avatarUrl() {
    return avatarUrl.getReadOnlyProperty();
  }

  /// Whether the other side is there.
  public ReadOnlyBooleanProperty online() {
    return online.getReadOnlyProperty();
  }

  /// False until the cache has answered.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// What a listing is about.
  public ReadOnlyObjectProperty<@Nullable Product> product() {
    return product.getReadOnlyProperty();
  }

  /// @return false when there is nothing to send
  public boolean send(String text) {
    String said = text.strip();
    if (said.isEmpty()) {
      return false;
    }
    var unused = chats.send(id, said);
    return true;
  }

  public void retry(String clientId) {
    chats.retry(clientId);
  }

  public void discard(String clientId) {
    chats.discard(clientId);
  }

  public void typed() {
    chats.typed(id);
  }

  public void loadOlder() {
    open.loadOlder();
  }

  /// Whether somebody looks at it: then what comes is read.
  public void setSeen(boolean looking) {
    seen = looking;
    markRead();
  }

  private void markRead() {
    Conversation now = conversation;
    Integer unread = now == null ? null : now.unreadCount();
    if (seen && unread != null && unread > 0) {
      chats.markRead(id);
    }
  }

  private void show(OpenConversation.State state) {
    String ownId = chats.ownId();
    if (ownId == null) {
      return;
    }
    conversation = state.conversation();
    Lists.replace(lines, Transcript.of(state, ownId, wording));
    describe();
    loaded.set(state.complete() || !state.messages().isEmpty() || !state.pending().isEmpty());
    markRead();
  }

  private void present(Map<String, PresenceStatus> now) {
    presence = now;
    describe();
  }

  private void describe() {
    Conversation now = conversation;
    if (now == null) {
      return;
    }
    title.set(now.name() == null ? "" : now.name());
    personId.set(
        now.kind() == ConversationKind.GROUP
            ? ""
            : now.participants().stream()
                .map(participant -> participant.user().id())
                .filter(other -> !other.equals(chats.ownId()))
                .findFirst()
                .orElse(""));
    product.set(now.product());
    List<User> others =
        now.participants().stream()
            .map(participant -> participant.user())
            .filter(user -> !user.id().equals(chats.ownId()))
            .toList();
    boolean anyone =
        others.stream().anyMatch(user -> presence.get(user.id()) == PresenceStatus.ONLINE);
    online.set(now.kind() != ConversationKind.GROUP && anyone);
    avatarUrl.set(picture(now, others));
    if (now.kind() == ConversationKind.GROUP) {
      subtitle.set(now.participants().size() + " people");
    } else if (online.get()) {
      subtitle.set("Online");
    } else if (is(others, PresenceStatus.BUSY)) {
      subtitle.set("Busy");
    } else if (is(others, PresenceStatus.AWAY)) {
      subtitle.set("Away");
    } else {
      var last = others.isEmpty() ? null : others.getFirst().lastSeen();
      subtitle.set(last == null ? "" : "Last here " + wording.brief(last));
    }
  }

  private boolean is(List<User> others, PresenceStatus status) {
    return others.stream().anyMatch(user -> presence.get(user.id()) == status);
  }

  private String picture(Conversation now, List<User> others) {
    var shop = now.shop();
    if (shop != null && !shop.ownerId().equals(chats.ownId()) && shop.avatarUrl() != null) {
      return shop.avatarUrl();
    }
    String url =
        now.kind() == ConversationKind.GROUP
            ? now.avatarUrl()
            : others.isEmpty() ? null : others.getFirst().avatarUrl();
    return url == null ? "" : url;
  }

  private void typing(Map<String, List<String>> all) {
    writing.set(Wording.writing(all.getOrDefault(id, List.of())));
  }

  private void connection(ConnectionState state) {
    notice.set(
        switch (state) {
          case ConnectionState.Online _ -> "";
          case ConnectionState.Connecting _ -> "";
          case ConnectionState.Offline _ ->
              "You're offline. What you write is kept and sent later.";
          case ConnectionState.Incompatible(String why) -> why;
          case ConnectionState.SignedOut _ -> "Sign in to write.";
        });
  }

  @Override
  public void close() {
    observing.close();
    open.close();
  }
}
