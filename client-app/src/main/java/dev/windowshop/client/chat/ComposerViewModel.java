package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is being written in one conversation: words, files, what it answers or changes. Kept as a
/// draft, on all of one's devices.
public final class ComposerViewModel implements AutoCloseable {
  /// What the relay takes in one message.
  private static final int FILES = 20;

  /// A link is looked at once nothing was added to it for so long.
  private static final int SETTLES_MILLIS = 500;

  private final String conversationId;
  private final Chats chats;
  private final Executor ui;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<OutgoingFile> files = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Message> answering = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> changing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> problem = new ReadOnlyObjectWrapper<>();
  private final LinkPreviewViewModel preview;
  private final Subscription observing;
  private List<User> people = List.of();
  private Map<String, Message> known = Map.of();
  private @Nullable String answeredId;

  /// What the store said last.
  private String stored = "";

  /// What was written here and may yet be heard of from the store, long after it was gone on with.
  private final Set<String> written = new HashSet<>();

  private String beforeChange = "";
  private boolean applying;

  public ComposerViewModel(String conversationId, Chats chats, Executor ui) {
    this(
        conversationId,
        chats,
        ui,
        CompletableFuture.delayedExecutor(SETTLES_MILLIS, TimeUnit.MILLISECONDS));
  }

  /// @param settled runs what it is given a moment later
  ComposerViewModel(String conversationId, Chats chats, Executor ui, Executor settled) {
    this.conversationId = conversationId;
    this.chats = chats;
    this.ui = ui;
    this.preview = new LinkPreviewViewModel(chats.previews(), ui, settled);
    text.subscribe((before, now) -> {
      keepDraft();
      preview.written(changing.get() == null ? now : "");
    });
    observing =
        chats
            .personals()
            .own()
            .observe(all ->
                ui.execute(() -> drafted(all.getOrDefault(conversationId, Own.NOTHING).draft())));
  }

  public StringProperty text() {
    return text;
  }

  public ObservableList<OutgoingFile> files() {
    return files;
  }

  /// What goes along of the page behind its link.
  public LinkPreviewViewModel preview() {
    return preview;
  }

  /// The message that this one answers.
  public ReadOnlyObjectProperty<@Nullable Message> answering() {
    return answering.getReadOnlyProperty();
  }

  /// The message that is being changed.
  public ReadOnlyObjectProperty<@Nullable Message> changing() {
    return changing.getReadOnlyProperty();
  }

  /// What went wrong, fit to be shown once.
  public ReadOnlyObjectProperty<@Nullable String> problem() {
    return problem.getReadOnlyProperty();
  }

  /// Who can be named, and the messages that are in sight.
  void know(List<User> others, Map<String, Message> messages) {
    people = List.copyOf(others);
    known = Map.copyOf(messages);
    String id = answeredId;
    if (id != null && answering.get() == null && known.containsKey(id)) {
      answering.set(known.get(id));
    }
  }

  /// Those whose name begins like this.
  public List<User> peopleLike(String begun) {
    String asked = begun.toLowerCase(Locale.ROOT);
    return people.stream()
        .filter(user ->
            user.username().toLowerCase(Locale.ROOT).startsWith(asked)
                || user.displayName().toLowerCase(Locale.ROOT).startsWith(asked))
        .limit(6)
        .toList();
  }

  public void answer(Message message) {
    stopChanging();
    answeredId = message.id();
    answering.set(message);
    keepDraft();
  }

  public void change(Message message) {
    if (changing.get() == null) {
      beforeChange = text.get();
    }
    answering.set(null);
    answeredId = null;
    changing.set(message);
    set(message.content() == null ? "" : message.content());
  }

  /// Gives up the answer or the change that was begun.
  public void cancel() {
    if (changing.get() != null) {
      stopChanging();
    } else {
      answering.set(null);
      answeredId = null;
      keepDraft();
    }
  }

  private void stopChanging() {
    if (changing.get() != null) {
      changing.set(null);
      set(beforeChange);
      beforeChange = "";
    }
  }

  public void attach(List<OutgoingFile> chosen) {
    files.addAll(chosen);
  }

  /// @return false when there is nothing to send
  public boolean send() {
    return send((Instant) null);
  }

  /// Has it sent at a time of its own.
  public void sendAt(Instant at) {
    if (changing.get() == null) {
      send(at);
    }
  }

  private boolean send(@Nullable Instant at) {
    String said = text.get().strip();
    Message changed = changing.get();
    if (changed != null) {
      if (said.isEmpty() && changed.attachments().isEmpty()) {
        return false;
      }
      if (!said.equals(changed.content())) {
        chats.actions().edit(conversationId, changed.id(), said);
      }
      stopChanging();
      return true;
    }
    if (said.isEmpty() && files.isEmpty()) {
      return false;
    }
    List<OutgoingFile> all = List.copyOf(files);
    send(
        new Draft(
            said,
            answeredId,
            mentions(said),
            all.subList(0, Math.min(FILES, all.size())),
            preview.take()),
        at);
    for (int from = FILES; from < all.size(); from += FILES) {
      send(Draft.of("").with(all.subList(from, Math.min(all.size(), from + FILES))), at);
    }
    files.clear();
    answering.set(null);
    answeredId = null;
    set("");
    keepDraft();
    return true;
  }

  /// A voice message, beside what is being written.
  public void send(OutgoingFile recording) {
    send(new Draft("", answeredId, List.of(), List.of(recording)), null);
    answering.set(null);
    answeredId = null;
    keepDraft();
  }

  private void send(Draft message, @Nullable Instant at) {
    (at == null
            ? chats.send(conversationId, message)
            : chats.later().schedule(conversationId, message, at))
        .whenComplete((_, failure) -> {
          if (failure != null) {
            ui.execute(() -> failed(message, failure));
          }
        });
  }

  /// What could not even be kept is given back.
  private void failed(Draft message, Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (text.get().isEmpty()) {
      set(message.text());
    }
    problem.set(null);
    problem.set(Reasons.of(cause));
  }

  private List<String> mentions(String said) {
    List<String> ids = new ArrayList<>();
    for (MessageMarkup.Span span :
        MessageMarkup.of(said, people.stream().map(User::username).toList())) {
      if (span.styles().contains(MessageMarkup.Style.MENTION)) {
        String name = span.text().substring(1);
        people.stream()
            .filter(user -> user.username().equals(name) && !ids.contains(user.id()))
            .forEach(user -> ids.add(user.id()));
      }
    }
    return List.copyOf(ids);
  }

  private void set(String words) {
    applying = true;
    text.set(words);
    applying = false;
  }

  private void keepDraft() {
    if (applying || changing.get() != null) {
      return;
    }
    String now = text.get();
    boolean none = now.isBlank() && answeredId == null;
    written.add(now);
    chats.personals().draft(conversationId, none ? null : new Personal.Draft(now, answeredId));
  }

  /// From the store: an echo of what was written here, or from another device. The latter is taken
  /// while nothing else was written here.
  private void drafted(Personal.@Nullable Draft kept) {
    String now = kept == null || kept.content() == null ? "" : kept.content();
    boolean untouched = text.get().equals(stored);
    stored = now;
    if (now.equals(text.get())) {
      written.clear();
      return;
    }
    boolean echo = written.contains(now);
    if (changing.get() != null || !untouched || echo || now.isEmpty()) {
      return;
    }
    answeredId = kept == null ? null : kept.replyToId();
    answering.set(answeredId == null ? null : known.get(answeredId));
    set(now);
  }

  @Override
  public void close() {
    observing.close();
    preview.close();
  }
}
