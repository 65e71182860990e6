package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.kordamp.ikonli.feather.Feather;

/// One conversation: who and what on top, what was said, and where to write.
final class ConversationView extends VBox {
  /// From this many lines to an end on, more are fetched.
  private static final int NEAR = 8;

  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final ConversationViewModel model;
  private final ChatContext context;
  private final VirtualFlow<Line, Cell<Line, Node>> flow;
  private final Composer composer;
  private final RunningCallView running;
  private final VideoPlace videos;
  private Optional<LineFocus.Spot> focused = Optional.empty();
  private boolean opened;
  private boolean closed;
  private boolean seen;
  private boolean lookedAt = true;

  /// The end was asked for, and is not laid out yet.
  private boolean comingToEnd;

  /// @param about shows the page of a group
  ConversationView(
      ConversationViewModel model, ChatContext context, Runnable back, Runnable about) {
    this.model = model;
    this.context = context;
    getStyleClass().add("conversation");
    FileActions files =
        new FileActions(
            context.chats().files(),
            context.notices(),
            () -> getScene() == null ? null : getScene().getWindow());
    videos = new VideoPlace(context, files, this::settle);
    MediaNodes media =
        new MediaNodes(context, files, videos, (all, first) -> view(all, first, files));
    BubbleMenus menus = new BubbleMenus(model, context, new MessageSheets(model, context), files);
    LineNodes nodes = new LineNodes(model, context, media, menus, widthProperty());
    flow =
        VirtualFlow.createVertical(
            model.lines(),
            line -> Cell.wrapNode(LineFocus.mark(nodes.of(line), line)),
            VirtualFlow.Gravity.REAR);
    flow.getStyleClass().add("transcript");
    VirtualizedScrollPane<VirtualFlow<Line, Cell<Line, Node>>> scroll =
        new VirtualizedScrollPane<>(flow);
    scroll.getStyleClass().add("transcript-scroll");
    StackPane middle = new StackPane(scroll, empty(), toEnd(), dropHint());
    VBox.setVgrow(middle, Priority.ALWAYS);
    middle.setMinHeight(0);
    middle.getStyleClass().add("transcript-place");
    composer = new Composer(model.id(), model.composer(), model.later(), context, model::typed);
    composer.editsWithUp(model::lastOwn);
    composer.add(asking());
    FindBar find = new FindBar(model, context, this::focusComposer);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
            event.consume();
            find.open();
          }
        });
    running = new RunningCallView(model.id(), context.call(), context.ui(), this::focusComposer);
    composer.visibleProperty().bind(model.canWrite());
    composer.managedProperty().bind(composer.visibleProperty());
    getChildren()
        .addAll(
            new ConversationHeader(
                model,
                context,
                kind -> context.call().ring().accept(model.id(), kind),
                back,
                about),
            running,
            new PinnedBar(model, context),
            find,
            middle,
            line(model.writing(), "writing-line"),
            line(model.notice(), "offline-line"),
            line(model.shut(), "shut-line"),
            new LaterBar(model.later(), context, this::focusComposer),
            composer);
    model
        .later()
        .problem()
        .subscribe(problem -> {
          if (problem != null) {
            context.notices().show(problem);
          }
        });
    model.lines().addListener(this::followed);
    flow.heightProperty().subscribe(this::resized);
    flow.addEventFilter(
        ScrollEvent.ANY,
        _ -> {
          comingToEnd = false;
          settle();
        });
    // After the flow has settled: while it lays out, it does not know yet what is in sight.
    flow.visibleCells()
        .addListener((ListChangeListener<Cell<Line, Node>>) _ -> FxThread.later(this::looked));
    model.target().subscribe((before, now) -> bringIntoSight());
    if (!model.lines().isEmpty()) {
      begin();
    }
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe(owner -> focused = LineFocus.of(owner));
    addEventHandler(DragEvent.DRAG_OVER, this::dragged);
    addEventHandler(DragEvent.DRAG_EXITED, _ -> pseudoClassStateChanged(DROPPING, false));
    addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  /// Where several are to agree.
  private Node asking() {
    Button ask =
        Icons.button(
            Feather.BAR_CHART_2,
            "Ask everybody in a poll",
            () -> PollSheet.show(model.id(), context, this::focusComposer));
    ask.visibleProperty().bind(model.heading().group());
    ask.managedProperty().bind(ask.visibleProperty());
    return ask;
  }

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  String id() {
    return model.id();
  }

  ConversationViewModel model() {
    return model;
  }

  void setSeen(boolean inView) {
    if (!inView) {
      videos.stop();
    }
    seen = inView;
    model.setSeen(seen && lookedAt);
  }

  /// A video plays on while another window is in front.
  void setLookedAt(boolean looked) {
    lookedAt = looked;
    model.setSeen(seen && lookedAt);
  }

  void focusComposer() {
    composer.focus();
  }

  boolean canWrite() {
    return composer.isVisible();
  }

  void close() {
    closed = true;
    running.close();
    videos.close();
    composer.close();
    model.close();
    flow.dispose();
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles() && model.canWrite().get()) {
      event.acceptTransferModes(TransferMode.COPY);
      pseudoClassStateChanged(DROPPING, true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    pseudoClassStateChanged(DROPPING, false);
    if (event.getDragboard().hasFiles()) {
      composer.attach(event.getDragboard().getFiles());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private void view(List<Line.Media> pictures, int first, FileActions files) {
    PictureViewer viewer =
        new PictureViewer(
            context.pictures(), pictures, first, files, () -> context.sheets().close());
    context.sheets().fill(viewer, this::focusComposer);
    viewer.requestFocus();
  }

  /// Where one was: at the first that is new, else at the end.
  private void begin() {
    opened = true;
    int size = model.lines().size();
    for (int i = 0; i < size; i++) {
      if (model.lines().get(i) instanceof Line.NewMessages && size - i > 6) {
        flow.showAsFirst(Math.max(0, i - 1));
        return;
      }
    }
    flow.showAsLast(size - 1);
  }

  /// Stays at the end while there, and where the reader is otherwise; one's own always shows.
  private void followed(ListChangeListener.Change<? extends Line> change) {
    focused.ifPresent(spot -> FxThread.later(() -> keepFocus(spot)));
    int size = model.lines().size();
    if (!opened && size > 0) {
      begin();
      return;
    }
    boolean atEnd = false;
    while (change.next()) {
      int before = size - (change.getTo() - change.getFrom()) + change.getRemovedSize();
      boolean seen = before == 0 || comingToEnd || flow.getLastVisibleIndex() >= before - 2;
      atEnd |= change.getTo() == size && seen;
      atEnd |= change.getAddedSubList().stream().anyMatch(ConversationView::justWritten);
    }
    if (model.target().get() > 0) {
      bringIntoSight();
    } else if (atEnd && size > 0 && model.atEnd().get()) {
      comingToEnd = true;
      flow.showAsLast(size - 1);
    }
  }

  /// Once its line is there: before, it is on its way.
  private void bringIntoSight() {
    long seq = model.target().get();
    if (seq <= 0) {
      return;
    }
    for (int i = 0; i < model.lines().size(); i++) {
      if (model.lines().get(i) instanceof Line.Bubble bubble
          && bubble.source() != null
          && bubble.source().message().seq() == seq) {
        int index = i;
        model.reached();
        opened = true;
        FxThread.later(() -> {
          flow.show(Math.max(0, index - 2));
          flow.show(index);
          FxThread.later(() -> mark(index));
        });
        return;
      }
    }
  }

  private void mark(int index) {
    Optional<Cell<Line, Node>> cell = flow.getCellIfVisible(index);
    if (cell.isPresent()) {
      Node node = cell.get().getNode();
      node.pseudoClassStateChanged(FOUND, true);
      PauseTransition pause = new PauseTransition(Duration.millis(1600));
      pause.setOnFinished(_ -> node.pseudoClassStateChanged(FOUND, false));
      pause.play();
    }
  }

  /// A composer that grows pushes the end up, not out of sight.
  private void resized() {
    int size = model.lines().size();
    if (size > 0 && model.atEnd().get() && flow.getLastVisibleIndex() >= size - 3) {
      flow.showAsLast(size - 1);
    }
  }

  /// Whoever used a button in a line that was drawn anew goes on from there, not from whatever the
  /// window would choose.
  private void keepFocus(LineFocus.Spot spot) {
    settle();
    if (closed || !spot.lost()) {
      return;
    }
    boolean kept = false;
    for (int i = 0; i < model.lines().size() && !kept; i++) {
      if (model.lines().get(i).key().equals(spot.key())) {
        kept =
            flow.getCellIfVisible(i)
                .map(cell -> LineFocus.restore(spot, cell.getNode()))
                .orElse(false);
      }
    }
    if (!kept) {
      composer.focus();
    }
  }

  /// What is written while a button has the keyboard is meant for the composer.
  private void typed(KeyEvent event) {
    String written = event.getCharacter();
    boolean words = !written.isBlank() && !Character.isISOControl(written.codePointAt(0));
    // With AltGr, Windows says Control and Alt.
    boolean command = event.isShortcutDown() && !event.isAltDown();
    if (words && !command && composer.isVisible() && event.getTarget() instanceof ButtonBase) {
      composer.write(written);
      event.consume();
    }
  }

  private static boolean justWritten(Line line) {
    return line instanceof Line.Bubble bubble && bubble.delivery() == Line.Delivery.WAITING;
  }

  /// The flow knows what is in sight, and scrolls from there, only once it has laid out what came.
  private void settle() {
    flow.layout();
  }

  private void looked() {
    if (closed) {
      return;
    }
    settle();
    int first = flow.getFirstVisibleIndex();
    int last = flow.getLastVisibleIndex();
    int size = model.lines().size();
    if (first >= 0 && first < NEAR) {
      model.loadOlder();
    }
    if (!model.atEnd().get() && last >= size - NEAR) {
      model.loadNewer();
    }
    if (last >= size - 1) {
      comingToEnd = false;
    }
    farFromEnd.set(last >= 0 && last < size - 4);
    model.setEndInSight(last < 0 || last >= size - 2);
  }

  /// Back down, with how many came meanwhile.
  private Node toEnd() {
    Button button =
        Icons.button(
            Feather.CHEVRON_DOWN,
            "To the newest",
            () -> {
              model.toEnd();
              FxThread.later(() -> flow.showAsLast(Math.max(0, model.lines().size() - 1)));
            });
    button.getStyleClass().add("to-end");
    Label count = new Label();
    count.getStyleClass().add("unread-badge");
    count.setMouseTransparent(true);
    count.textProperty().bind(model.below().asString());
    count.visibleProperty().bind(model.below().greaterThan(0));
    StackPane.setAlignment(count, Pos.TOP_RIGHT);
    StackPane place = new StackPane(button, count);
    place.setMaxSize(48, 48);
    place.setPickOnBounds(false);
    place
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.atEnd().get() || farFromEnd.get(), model.atEnd(), farFromEnd));
    StackPane.setAlignment(place, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(place, new Insets(0, 12, 8, 0));
    return place;
  }

  private final javafx.beans.property.SimpleBooleanProperty farFromEnd =
      new javafx.beans.property.SimpleBooleanProperty();

  private static Node dropHint() {
    Label hint = new Label("Drop to send");
    hint.setGraphic(Icons.of(Feather.UPLOAD, "icon-large"));
    hint.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
    hint.getStyleClass().add("drop-hint");
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    hint.setMouseTransparent(true);
    StackPane.setMargin(hint, new Insets(12));
    return hint;
  }

  private Node empty() {
    Label hello = new Label("Say hello. What you write here stays between you.");
    hello.getStyleClass().addAll("t-muted", "empty-transcript");
    hello.setWrapText(true);
    hello.visibleProperty().bind(Bindings.isEmpty(model.lines()).and(model.loaded()));
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
