package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Motion;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The dock: the call's tiles above, the conversations below, an edge to drag.
final class DockPane extends BorderPane implements Dock {
  private static final double EDGE = 6;
  private static final double LEAST = 320;
  private static final double MOST = 640;
  private static final PseudoClass DRAWER = PseudoClass.getPseudoClass("drawer");

  private final DockContent content;
  private final CallStage call;
  private final Region edge = new Region();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final DoubleProperty preferredWidth = new SimpleDoubleProperty(380);

  DockPane(DockContent content, CallStage call) {
    this.content = content;
    this.call = call;
    getStyleClass().add("dock");
    StackPane body = new StackPane(content.node());
    body.setMinHeight(0);
    // What does not fit under a call loses its end, not its head.
    body.setAlignment(Pos.TOP_CENTER);
    setCenter(body);
    getChildren().add(edge);
    edge.setManaged(false);
    edge.setViewOrder(-1);
    makeResizable();
    setVisible(false);
    call.active().subscribe(this::callChanged);
  }

  private void makeResizable() {
    edge.getStyleClass().add("dock-edge");
    edge.setCursor(Cursor.H_RESIZE);
    edge.setOnMouseDragged(event -> {
      double right = localToScene(getBoundsInLocal()).getMaxX();
      preferredWidth.set(Math.clamp(right - event.getSceneX(), LEAST, MOST));
    });
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    edge.resizeRelocate(0, 0, EDGE, getHeight());
  }

  private void callChanged(boolean active) {
    setTop(active ? call.tiles() : null);
    if (active) {
      show();
    }
  }

  @Override
  public void openList() {
    content.showList();
    show();
  }

  @Override
  public void openConversation(String conversationId) {
    content.showConversation(conversationId);
    show();
  }

  @Override
  public void close() {
    if (!open.get() || call.active().get()) {
      return;
    }
    open.set(false);
    content.deactivate();
    Motion.move(translateXProperty(), getWidth(), Motion.QUICK, () -> setVisible(open.get()));
  }

  @Override
  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  private void show() {
    if (open.get()) {
      return;
    }
    open.set(true);
    setVisible(true);
    setTranslateX(preferredWidth.get());
    Motion.move(translateXProperty(), 0.0, Motion.CALM);
    content.activate();
  }

  DoubleProperty preferredWidth() {
    return preferredWidth;
  }

  void setDrawer(boolean drawer) {
    pseudoClassStateChanged(DRAWER, drawer);
  }
}
