package dev.windowshop.client.moderation;

import dev.windowshop.client.moderation.ModerationViewModel.Tab;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Report;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was reported, what was decided, and the log of it.
public final class ModerationView implements Page {
  private static final double MOST_WIDTH = 760;

  private final ModerationViewModel model;
  private final VBox cards = new VBox(16);
  private final EmptyState nothing =
      new EmptyState(
          Feather.COFFEE,
          "Nothing to look at",
          "What people report comes here by itself.",
          "Look again",
          this::again);
  private final Node root;

  public ModerationView(ModerationViewModel model) {
    this.model = model;
    Label title = new Label("Moderation");
    title.getStyleClass().add("t-page");
    HBox tabs =
        new HBox(8, tab("Open", Tab.OPEN), tab("Decided", Tab.RESOLVED), tab("Log", Tab.LOG));
    Label notice = new Label();
    notice.getStyleClass().add("t-muted");
    notice.setWrapText(true);
    notice.textProperty().bind(model.notice());
    notice.visibleProperty().bind(model.notice().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    Button more = new Button("Show more");
    more.setOnAction(_ -> model.loadMore());
    more.visibleProperty().bind(model.more());
    more.managedProperty().bind(more.visibleProperty());
    nothing.visibleProperty().bind(model.nothing());
    nothing.managedProperty().bind(nothing.visibleProperty());
    model.reports().addListener((ListChangeListener<Report>) _ -> fill());
    model.log().addListener((ListChangeListener<Report.Entry>) _ -> fill());
    model.tab().subscribe(_ -> fill());
    VBox column = new VBox(16, title, tabs, notice, cards, nothing, more);
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    root = new PageScroll(content);
  }

  private void again() {
    model.reload();
  }

  private ToggleButton tab(String name, Tab tab) {
    ToggleButton pill = new ToggleButton(name);
    pill.getStyleClass().add("pill");
    pill.setOnAction(_ -> {
      model.tab().set(tab);
      pill.setSelected(true);
    });
    model.tab().subscribe(now -> pill.setSelected(now == tab));
    return pill;
  }

  private void fill() {
    if (model.tab().get() == Tab.LOG) {
      cards
          .getChildren()
          .setAll(model.log().stream().map(entry -> new LogRow(entry, model)).toList());
    } else {
      Report.State wanted =
          model.tab().get() == Tab.OPEN ? Report.State.OPEN : Report.State.RESOLVED;
      cards
          .getChildren()
          .setAll(
              model.reports().stream()
                  .filter(report -> report.state() == wanted)
                  .map(report -> new ReportCard(report, model))
                  .toList());
    }
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}
