package dev.windowshop.client.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the shopper is, with a history both ways, as in a browser.
public final class Navigator {
  private static final int KEPT = 50;

  private final Deque<Destination> past = new ArrayDeque<>();
  private final Deque<Destination> future = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Destination> current;
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

  private boolean replacing;

  public Navigator(Destination start) {
    current = new ReadOnlyObjectWrapper<>(start);
  }

  public ReadOnlyObjectProperty<Destination> current() {
    return current.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoForward() {
    return canGoForward.getReadOnlyProperty();
  }

  public void go(Destination destination) {
    if (destination.equals(current.get())) {
      return;
    }
    past.push(current.get());
    if (past.size() > KEPT) {
      past.removeLast();
    }
    future.clear();
    show(destination);
  }

  /// Takes the place of the current destination, which one can then not go back to: after signing
  /// in, or while a search is being typed.
  public void replace(Destination destination) {
    replacing = true;
    try {
      show(destination);
    } finally {
      replacing = false;
    }
  }

  /// While a change is told: whether the new destination takes the place of the one before.
  boolean replacing() {
    return replacing;
  }

  public void back() {
    Destination destination = past.poll();
    if (destination != null) {
      future.push(current.get());
      show(destination);
    }
  }

  /// Back, with no way forward again: from a form that did its work.
  public void leave() {
    Destination destination = past.poll();
    show(destination == null ? new Destination.Home() : destination);
  }

  public void forward() {
    Destination destination = future.poll();
    if (destination != null) {
      past.push(current.get());
      show(destination);
    }
  }

  private void show(Destination destination) {
    canGoBack.set(!past.isEmpty());
    canGoForward.set(!future.isEmpty());
    current.set(destination);
  }
}
