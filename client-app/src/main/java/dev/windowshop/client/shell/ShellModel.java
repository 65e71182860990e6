package dev.windowshop.client.shell;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the window shows of the features: counts, the account, the connection. The composition root
/// binds it to the services.
public final class ShellModel {
  private final IntegerProperty cartCount = new SimpleIntegerProperty();
  private final IntegerProperty unreadCount = new SimpleIntegerProperty();
  private final IntegerProperty missedCount = new SimpleIntegerProperty();
  private final ObjectProperty<@Nullable Consumer<Node>> bell = new SimpleObjectProperty<>();
  private final StringProperty accountName = new SimpleStringProperty("");
  private final StringProperty accountPicture = new SimpleStringProperty("");
  private final BooleanProperty signedIn = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable QuickSignIn> quickSignIn = new SimpleObjectProperty<>();
  private final ObservableList<MenuEntry> accountMenu = FXCollections.observableArrayList();
  private final StringProperty accountPresence = new SimpleStringProperty("");
  private final StringProperty quietLine = new SimpleStringProperty("");

  /// Pieces in the cart.
  public IntegerProperty cartCount() {
    return cartCount;
  }

  /// Messages not read yet, over all conversations.
  public IntegerProperty unreadCount() {
    return unreadCount;
  }

  /// What was missed and not looked at yet.
  public IntegerProperty missedCount() {
    return missedCount;
  }

  /// What the bell does, given its place in the window; null without one.
  public ObjectProperty<@Nullable Consumer<Node>> bell() {
    return bell;
  }

  /// The name of who is signed in; empty for a guest.
  public StringProperty accountName() {
    return accountName;
  }

  /// Address of their picture; empty without one.
  public StringProperty accountPicture() {
    return accountPicture;
  }

  /// What the own picture in the rail opens.
  public ObservableList<MenuEntry> accountMenu() {
    return accountMenu;
  }

  /// How one is shown to others: `online`, `away`, `busy`, or empty for unseen and for a guest.
  public StringProperty accountPresence() {
    return accountPresence;
  }

  /// @param chosen whether it is what holds now, where it is one of several choices
  public record MenuEntry(
      String label, Feather icon, boolean chosen, boolean newGroup, Runnable action) {}

  /// A way to sign in with one click, where there is one.
  public ObjectProperty<@Nullable QuickSignIn> quickSignIn() {
    return quickSignIn;
  }

  /// @param label who one becomes
  public record QuickSignIn(String label, Runnable action) {}

  public BooleanProperty signedIn() {
    return signedIn;
  }

  /// What is worth knowing about the connection, as a sentence; empty when all is well.
  public StringProperty quietLine() {
    return quietLine;
  }
}
