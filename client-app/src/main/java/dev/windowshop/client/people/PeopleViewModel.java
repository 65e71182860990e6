package dev.windowshop.client.people;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The own contacts, or those found by what is typed.
public final class PeopleViewModel {
  private final Acquaintances acquaintances;
  private final Executor ui;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<User> people = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper noContacts = new ReadOnlyBooleanWrapper();
  private @Nullable Subscription contacts;

  public PeopleViewModel(Acquaintances acquaintances, Executor ui) {
    this.acquaintances = acquaintances;
    this.ui = ui;
    query.subscribe(this::asked);
  }

  public void activate() {
    deactivate();
    contacts = acquaintances.contacts().observe(_ -> ui.execute(() -> asked(query.get())));
  }

  public void deactivate() {
    if (contacts != null) {
      contacts.close();
      contacts = null;
    }
  }

  private void asked(String text) {
    String asked = text.strip();
    if (asked.isEmpty()) {
      List<User> all = acquaintances.contacts().value();
      people.setAll(all == null ? List.of() : all);
      noContacts.set(people.isEmpty());
      notice.set("");
      return;
    }
    noContacts.set(false);
    String linked = ProfileLink.nameIn(asked);
    var unused =
        (linked == null
                ? acquaintances.find(asked)
                : acquaintances.named(linked).thenApply(List::of))
            .whenComplete((found, failure) ->
                ui.execute(() -> {
                  // An answer to what is no longer asked is no answer.
                  if (asked.equals(query.get().strip())) {
                    show(asked, found, failure);
                  }
                }));
  }

  private void show(String asked, @Nullable List<User> found, @Nullable Throwable failure) {
    people.setAll(found == null ? List.of() : found);
    if (failure != null) {
      notice.set(Failures.said(failure));
    } else {
      notice.set(
          people.isEmpty()
              ? "Nobody here is called “"
                  + asked
                  + "”. An email finds people only when it is whole."
              : "");
    }
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

  /// Nothing is searched for, and there are no contacts to show instead.
  public ReadOnlyBooleanProperty noContacts() {
    return noContacts.getReadOnlyProperty();
  }
}
