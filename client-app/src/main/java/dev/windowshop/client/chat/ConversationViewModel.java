package dev.windowshop.client.chat;

import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.User;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One conversation as it is shown.
public final class ConversationViewModel implements AutoCloseable {
  private static final Duration CHANGEABLE = Duration.ofDays(1);

  private final String id;
  private final Chats chats;
  private final OpenConversation open;
  private final ComposerViewModel composer;
  private final LaterViewModel later;
  private final Wording wording;
  private final Subscription observing;
  private final Heading heading;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObservableList<Message> pinned = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper writing = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper shut = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper canWrite = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyIntegerWrapper below = new ReadOnlyIntegerWrapper();
  private final ReadOnlyLongWrapper target = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private @Nullable Conversation conversation;
  private boolean seen;
  private boolean endInSight = true;
  private long unreadFrom = -1;
  private long newest;

  public ConversationViewModel(String id, Chats chats, Executor ui) {
    this(id, chats, ui, Wording.here());
  }

  ConversationViewModel(String id, Chats chats, Executor ui, Wording wording) {
    this.id = id;
    this.chats = chats;
    this.wording = wording;
    this.heading = new Heading(chats, wording);
    this.open = chats.open(id);
    this.composer = new ComposerViewModel(id, chats, ui);
    this.later = new LaterViewModel(id, chats.later(), ui, wording.zone(), wording.locale());
    this.observing =
        Subscription.of(
            open.state().observe(state -> ui.execute(() -> show(state))),
            chats.presence().observe(now -> ui.execute(() -> heading.present(now))),
            chats.typing().observe(now -> ui.execute(() -> typing(now))),
            chats.connection().observe(now -> ui.execute(() -> connection(now))));
  }

  public String id() {
    return id;
  }

  /// What stands above it.
  public Heading heading() {
    return heading;
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  /// What is pinned, the newest pinned first.
  public ObservableList<Message> pinned() {
    return pinned;
  }

  /// Who is writing; empty when nobody is.
  public ReadOnlyStringProperty writing() {
    return writing.getReadOnlyProperty();
  }

  /// What to know about the connection; empty when all is well.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  /// False until the cache has answered.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// What is being written here.
  public ComposerViewModel composer() {
    return composer;
  }

  /// What goes out later here.
  public LaterViewModel later() {
    return later;
  }

  /// Whether something can be said here: not in what is closed, or was left.
  public ReadOnlyBooleanProperty canWrite() {
    return canWrite.getReadOnlyProperty();
  }

  /// Why nothing can be said here; empty when something can.
  public ReadOnlyStringProperty shut() {
    return shut.getReadOnlyProperty();
  }

  /// Messages that came while one was looking further up.
  public ReadOnlyIntegerProperty below() {
    return below.getReadOnlyProperty();
  }

  /// Whether what is shown goes on to the newest.
  public ReadOnlyBooleanProperty atEnd() {
    return atEnd.getReadOnlyProperty();
  }

  /// The place to bring into sight; 0 for none.
  public ReadOnlyLongProperty target() {
    return target.getReadOnlyProperty();
  }

  /// The newest message of one's own that can still be changed.
  public @Nullable Message lastOwn() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i) instanceof Line.Bubble bubble
          && bubble.own()
          && bubble.source() != null
          && !bubble.deleted()) {
        Message message = bubble.source().message();
        boolean words = message.content() != null && message.type() == Message.Type.TEXT;
        return words && message.createdAt().isAfter(wording.now().instant().minus(CHANGEABLE))
            ? message
            : null;
      }
    }
    return null;
  }

  public void react(String messageId, String emoji, boolean on) {
    chats.actions().react(id, messageId, emoji, on);
  }

  public void delete(String messageId) {
    chats.actions().delete(id, messageId);
  }

  public void hide(String messageId) {
    chats.actions().hide(id, messageId);
  }

  public void pin(String messageId, boolean on) {
    chats.actions().pin(id, messageId, on);
  }

  public void vote(String messageId, List<Integer> options) {
    chats.actions().vote(id, messageId, options);
  }

  public void closePoll(String messageId) {
    chats.actions().close(id, messageId);
  }

  /// Whether a poll may be ended: by whoever asked, and by a group's owner and admins.
  public boolean mayClosePoll(Message message) {
    return canWrite.get() && (message.sender().id().equals(chats.ownId()) || mayDeleteOthers());
  }

  /// What somebody is called who is in it, or was.
  public String nameOf(String userId) {
    return conversation == null
        ? "Somebody"
        : conversation.participants().stream()
            .map(Participant::user)
            .filter(user -> user.id().equals(userId))
            .map(User::displayName)
            .findFirst()
            .orElse("Somebody");
  }

  public boolean isPinned(String messageId) {
    return conversation != null
        && conversation.pins().stream().anyMatch(pin -> pin.messageId().equals(messageId));
  }

  /// Whether messages may be pinned: by either of two, and by a group's owner and admins.
  public boolean mayPin() {
    return canWrite.get() && (!isGroup() || mayDeleteOthers());
  }

  public boolean isGroup() {
    return conversation != null && conversation.kind() == ConversationKind.GROUP;
  }

  /// Whether others' messages may be deleted for everybody.
  public boolean mayDeleteOthers() {
    Role role = ownRole();
    return conversation != null
        && conversation.kind() == ConversationKind.GROUP
        && (role == Role.OWNER || role == Role.ADMIN);
  }

  /// One's own role; null when one is not in it any more.
  public @Nullable Role ownRole() {
    return conversation == null ? null : roleIn(conversation);
  }

  private @Nullable Role roleIn(Conversation of) {
    String ownId = chats.ownId();
    return of.participants().stream()
        .filter(participant -> participant.user().id().equals(ownId))
        .map(Participant::role)
        .findFirst()
        .orElse(null);
  }

  /// Whether something can be said in a conversation.
  public boolean mayWriteIn(Conversation of) {
    return of.closedAt() == null && roleIn(of) != null;
  }

  /// Brings a message into sight, however far back it is.
  public void jumpTo(String messageId, long seq) {
    if (seq > 0) {
      jump(seq);
    }
  }

  /// Brings a place into sight, however far back it is.
  public void jump(long seq) {
    target.set(0);
    boolean shown =
        lines.stream()
            .anyMatch(line ->
                line instanceof Line.Bubble bubble
                    && bubble.source() != null
                    && bubble.source().message().seq() == seq);
    target.set(seq);
    if (!shown) {
      open.reach(seq);
    }
  }

  /// It was brought into sight.
  public void reached() {
    target.set(0);
  }

  public void toEnd() {
    open.toEnd();
    below.set(0);
  }

  public void loadNewer() {
    open.loadNewer();
  }

  /// Told by the view: whether the newest message is in sight.
  public void setEndInSight(boolean insight) {
    endInSight = insight;
    if (insight && atEnd.get()) {
      below.set(0);
      markRead();
    }
  }

  public @Nullable Conversation conversation() {
    return conversation;
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
    boolean marked =
        chats.personals().own().value() instanceof Map<String, Own> all
            && all.getOrDefault(id, Own.NOTHING).unread();
    if (seen && endInSight && atEnd.get() && (marked || unread != null && unread > 0)) {
      chats.markRead(id);
    }
  }

  private void show(OpenConversation.State state) {
    String ownId = chats.ownId();
    if (ownId == null) {
      return;
    }
    Conversation now = state.conversation();
    conversation = now;
    if (unreadFrom < 0) {
      // What was unread when it was opened stays marked while one reads.
      Integer unread = now.unreadCount();
      Long read = now.readSeq();
      unreadFrom = unread != null && unread > 0 && read != null ? read + 1 : 0;
      newest = now.seq();
    }
    count(state, ownId);
    atEnd.set(state.atEnd());
    Lists.slide(lines, Transcript.of(state, ownId, wording, unreadFrom), Transcript::said);
    composer.know(
        now.participants().stream()
            .map(Participant::user)
            .filter(user -> !user.id().equals(ownId))
            .toList(),
        byId(state));
    if (!pinned.equals(state.pinned())) {
      pinned.setAll(state.pinned());
    }
    heading.show(now);
    describeShut(now);
    loaded.set(state.complete() || !state.messages().isEmpty() || !state.pending().isEmpty());
    markRead();
  }

  private void describeShut(Conversation now) {
    boolean in = roleIn(now) != null;
    shut.set(
        !in
            ? "You're no longer in this group. What you had stays here."
            : now.closedAt() != null ? "This conversation is closed." : "");
    canWrite.set(in && now.closedAt() == null);
  }

  private static Map<String, Message> byId(OpenConversation.State state) {
    Map<String, Message> all = new HashMap<>(state.answered());
    state.messages().forEach(message -> all.put(message.id(), message));
    return all;
  }

  /// What comes while one looks further up is counted; one's own brings one down.
  private void count(OpenConversation.State state, String ownId) {
    long seq = state.conversation().seq();
    if (seq > newest && (!endInSight || !state.atEnd())) {
      long from = newest;
      int more =
          state.atEnd()
              ? (int)
                  state.messages().stream()
                      .filter(m -> m.seq() > from && MessageStore.counts(m, ownId))
                      .count()
              : (int) (seq - newest);
      below.set(below.get() + more);
    }
    newest = Math.max(newest, seq);
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
    composer.close();
    later.close();
    open.close();
  }
}
