package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Finding somebody to write to.
public final class NewConversationViewModel {
  private final Chats chats;
  private final Executor ui;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<User> people = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper("");

  public NewConversationViewModel(Chats chats, Executor ui) {
    this.chats = chats;
    this.ui = ui;
    query.subscribe(this::find);
  }

  public StringProperty query() {
    return query;
  }

  public ObservableList<User> people() {
    return people;
  }

  /// What to do next, in a sentence; empty beside results.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  /// A link into a group or a call that was pasted in place of a name; empty for none.
  public ReadOnlyStringProperty link() {
    return link.getReadOnlyProperty();
  }

  private void find(String text) {
    String asked = text.strip();
    boolean isLink = asked.toLowerCase(Locale.ROOT).startsWith("windowshop:");
    link.set(isLink ? asked : "");
    if (isLink) {
      people.clear();
      notice.set("");
      return;
    }
    if (asked.isEmpty()) {
      people.clear();
      notice.set(
          "Type the beginning of a user name, or a whole email address. Links into groups and calls can be"
              + " pasted here too.");
      return;
    }
    var unused =
        chats
            .findPeople(asked)
            .whenComplete((found, failure) ->
                ui.execute(() -> {
                  // An answer to what is no longer asked is no answer.
                  if (asked.equals(query.get().strip())) {
                    show(asked, found == null ? List.of() : found, failure);
                  }
                }));
  }

  private void show(
      String asked, List<User> found, @org.jspecify.annotations.Nullable Throwable failure) {
    people.setAll(found);
    if (failure != null) {
      notice.set(said(failure));
    } else {
      notice.set(found.isEmpty() ? "Nobody here is called “" + asked + "”." : "");
    }
  }

  /// @param opened told the conversation's id
  public void open(User user, Consumer<String> opened) {
    var unused =
        chats
            .openDirect(user.id())
            .whenComplete((id, failure) ->
                ui.execute(() -> {
                  if (failure == null) {
                    opened.accept(id);
                  } else {
                    notice.set(said(failure));
                  }
                }));
  }

  private static String said(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof RelayUnreachableException
        ? "You're offline. People can be found again once you are back."
        : String.valueOf(cause.getMessage());
  }
}
