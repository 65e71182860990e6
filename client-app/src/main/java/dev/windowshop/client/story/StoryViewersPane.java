package dev.windowshop.client.story;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Story;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who has seen one's own status, and when.
final class StoryViewersPane extends VBox {
  private final StoryContext context;
  private final VBox rows = new VBox(2);

  StoryViewersPane(StoryContext context, String storyId, Runnable close) {
    this.context = context;
    getStyleClass().addAll("floating-card", "story-viewers");
    Label title = new Label("Seen by");
    title.getStyleClass().add("t-section");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, Icons.button(Feather.X, "Close the list", close));
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(320);
    scroll.getStyleClass().add("sheet-scroll");
    rows.getChildren().setAll(words("One moment\u2026"));
    getChildren().addAll(head, scroll);
    FxThread.deliver(
        context.stories().viewers(storyId),
        this::show,
        _ -> rows.getChildren().setAll(words("You're offline. The list comes with the relay.")));
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("t-muted");
    label.setWrapText(true);
    return label;
  }

  private void show(List<Story.Viewer> all) {
    Instant now = Instant.now();
    rows.getChildren().setAll(all.stream().map(one -> row(one, now)).toList());
    if (all.isEmpty()) {
      rows.getChildren().setAll(words("Nobody has seen it yet."));
    }
  }

  private Node row(Story.Viewer viewer, Instant now) {
    Label name = new Label(viewer.user().displayName());
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label time = new Label(StoryTimes.ago(viewer.viewedAt(), now));
    time.getStyleClass().add("t-muted");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox row =
        new HBox(
            10,
            new Avatar(
                context.pictures(), 32, viewer.user().displayName(), viewer.user().avatarUrl()),
            name,
            time);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("story-viewer-row");
    return row;
  }
}
