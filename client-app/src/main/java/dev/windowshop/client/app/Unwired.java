package dev.windowshop.client.app;

import dev.windowshop.client.shell.CallStage;
import dev.windowshop.client.shell.DockContent;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Group;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The places of features that the window does not have yet.
final class Unwired implements DockContent, CallStage, Page {
  private final ReadOnlyBooleanWrapper no = new ReadOnlyBooleanWrapper();
  private final Node node = new EmptyState(Feather.MESSAGE_CIRCLE, "Nothing here yet", "");

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void showList() {}

  @Override
  public void showConversation(String conversationId) {}

  @Override
  public void activate() {}

  @Override
  public void deactivate() {}

  @Override
  public Node tiles() {
    return new Group();
  }

  @Override
  public ReadOnlyBooleanProperty active() {
    return no.getReadOnlyProperty();
  }

  @Override
  public Node ringingCard() {
    return new Group();
  }

  @Override
  public ReadOnlyBooleanProperty ringing() {
    return no.getReadOnlyProperty();
  }
}
