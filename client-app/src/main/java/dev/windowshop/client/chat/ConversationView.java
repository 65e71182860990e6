package dev.windowshop.client.chat;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// One conversation: who and what on top, what was said, and where to write.
final class ConversationView extends VBox {
  /// From this many lines below the top on, older ones are fetched.
  private static final int NEAR_TOP = 8;

  private final ConversationViewModel model;
  private final VirtualFlow<Line, Cell<Line, Node>> flow;
  private final Composer composer;

  ConversationView(ConversationViewModel model, ChatContext context, Runnable back) {
    this.model = model;
    getStyleClass().add("conversation");
    LineNodes nodes = new LineNodes(model, context);
    flow =
        VirtualFlow.createVertical(
            model.lines(), line -> Cell.wrapNode(nodes.of(line)), VirtualFlow.Gravity.REAR);
    flow.getStyleClass().add("transcript");
    VirtualizedScrollPane<VirtualFlow<Line, Cell<Line, Node>>> scroll =
        new VirtualizedScrollPane<>(flow);
    scroll.getStyleClass().add("transcript-scroll");
    StackPane middle = new StackPane(scroll, empty());
    VBox.setVgrow(middle, Priority.ALWAYS);
    middle.setMinHeight(0);
    middle.getStyleClass().add("transcript-place");
    composer = new Composer(model::send, model::typed);
    getChildren()
        .addAll(
            new ConversationHeader(
                model, context, media -> context.call().accept(model.id(), media), back),
            middle,
            line(model.writing(), "writing-line"),
            line(model.notice(), "offline-line"),
            composer);
    model.lines().addListener(this::followed);
    flow.heightProperty().subscribe(this::resized);
    flow.visibleCells().addListener((ListChangeListener<Cell<Line, Node>>) _ -> lookBack());
    if (!model.lines().isEmpty()) {
      flow.showAsLast(model.lines().size() - 1);
    }
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back.run();
          }
        });
  }

  String id() {
    return model.id();
  }

  void setSeen(boolean seen) {
    model.setSeen(seen);
  }

  void focusComposer() {
    composer.focus();
  }

  void close() {
    model.close();
    flow.dispose();
  }

  /// Stays at the end while there, and where the reader is otherwise; one's own always shows.
  private void followed(ListChangeListener.Change<? extends Line> change) {
    int size = model.lines().size();
    boolean atEnd = false;
    while (change.next()) {
      int before = size - (change.getTo() - change.getFrom()) + change.getRemovedSize();
      atEnd |= change.getTo() == size && (before == 0 || flow.getLastVisibleIndex() >= before - 2);
      atEnd |= change.getAddedSubList().stream().anyMatch(ConversationView::justWritten);
    }
    if (atEnd && size > 0) {
      flow.showAsLast(size - 1);
    }
  }

  /// A composer that grows pushes the end up, not out of sight.
  private void resized() {
    int size = model.lines().size();
    if (size > 0 && flow.getLastVisibleIndex() >= size - 3) {
      flow.showAsLast(size - 1);
    }
  }

  private static boolean justWritten(Line line) {
    return line instanceof Line.Bubble bubble && bubble.delivery() == Line.Delivery.WAITING;
  }

  private void lookBack() {
    if (flow.getFirstVisibleIndex() >= 0 && flow.getFirstVisibleIndex() < NEAR_TOP) {
      model.loadOlder();
    }
  }

  private Node empty() {
    Label hello = new Label("Say hello. What you write here stays between you.");
    hello.getStyleClass().addAll("t-muted", "empty-transcript");
    hello.setWrapText(true);
    hello
        .visibleProperty()
        .bind(javafx.beans.binding.Bindings.isEmpty(model.lines()).and(model.loaded()));
    StackPane.setAlignment(hello, Pos.CENTER);
    hello.setMouseTransparent(true);
    return hello;
  }

  private static Label line(javafx.beans.property.ReadOnlyStringProperty text, String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setWrapText(true);
    label.textProperty().bind(text);
    label.visibleProperty().bind(text.isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
