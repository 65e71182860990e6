package dev.windowshop.client.story;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The row of rings: one's own with a plus, then everybody with a status.
final class StoryRings extends ScrollPane {
  private static final double SIZE = 56;
  private static final double WIDTH = 76;
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
  private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

  private final StoryContext context;
  private final StoryScreens screens;
  private final HBox row = new HBox(2);
  private final Supplier<String> ownName;
  private final ObservableValue<String> ownPicture;
  private Stories.Shown shown = Stories.Shown.NOTHING;

  /// @param ownPicture of who is signed in; empty for none
  StoryRings(
      StoryContext context,
      StoryScreens screens,
      Supplier<String> ownName,
      ObservableValue<String> ownPicture) {
    this.context = context;
    this.screens = screens;
    this.ownName = ownName;
    this.ownPicture = ownPicture;
    getStyleClass().add("story-rings");
    setContent(row);
    setFitToHeight(true);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    // The wheel goes sideways here.
    setOnScroll(event -> {
      double over = row.getWidth() - getViewportBounds().getWidth();
      if (over > 0 && event.getDeltaY() != 0) {
        setHvalue(Math.clamp(getHvalue() - event.getDeltaY() / over, 0, 1));
        event.consume();
      }
    });
    ownPicture.subscribe(_ -> show(shown));
    context.stories().shown().observe(now -> context.ui().execute(() -> show(now)));
  }

  private void show(Stories.Shown now) {
    shown = now;
    String own = now.ownId();
    setVisible(own != null);
    List<Node> rings = new ArrayList<>();
    if (own != null) {
      Story.Group mine =
          now.groups().stream()
              .filter(group -> group.author().id().equals(own))
              .findFirst()
              .orElse(null);
      rings.add(own(mine));
      now.groups().stream()
          .filter(group -> !group.author().id().equals(own))
          .map(this::person)
          .forEach(rings::add);
    }
    row.getChildren().setAll(rings);
  }

  private @org.jspecify.annotations.Nullable String ownPicture() {
    String url = ownPicture.getValue();
    return url.isEmpty() ? null : url;
  }

  private Node own(Story.@org.jspecify.annotations.Nullable Group mine) {
    StoryRing ring = new StoryRing(context.pictures(), SIZE);
    ring.show(
        mine == null ? ownName.get() : mine.author().displayName(),
        mine == null ? ownPicture() : mine.author().avatarUrl(),
        mine == null ? 0 : mine.stories().size(),
        0);
    boolean refused = shown.waiting().stream().anyMatch(one -> one.problem() != null);
    boolean waits = !shown.waiting().isEmpty();
    String words = refused ? "Not posted" : waits ? "Posting\u2026" : "Your status";
    Button open =
        item(
            ring,
            words,
            () -> {
              if (refused) {
                screens.refused(shown);
              } else if (mine == null) {
                screens.compose();
              } else {
                screens.open(mine.author().id());
              }
            });
    open.pseudoClassStateChanged(NEW, refused);
    Button plus = new Button();
    plus.setGraphic(Icons.of(Feather.PLUS));
    plus.getStyleClass().setAll("story-plus");
    plus.setAccessibleText("New status");
    plus.setOnAction(_ -> screens.compose());
    StackPane place = new StackPane(open, plus);
    StackPane.setAlignment(plus, Pos.TOP_RIGHT);
    plus.setTranslateX(-9);
    plus.setTranslateY(38);
    return place;
  }

  private Node person(Story.Group group) {
    StoryRing ring = new StoryRing(context.pictures(), SIZE);
    String id = group.author().id();
    String name = group.author().displayName();
    ring.show(name, group.author().avatarUrl(), group.stories().size(), group.unseen());
    Button item = item(ring, name, () -> screens.open(id));
    item.setAccessibleText(
        name + ", " + (group.unseen() > 0 ? group.unseen() + " new" : "status, seen"));
    item.pseudoClassStateChanged(NEW, group.unseen() > 0 && !group.muted());
    item.pseudoClassStateChanged(MUTED, group.muted());
    MenuItem mute = new MenuItem(group.muted() ? "Unmute" : "Mute");
    mute.setGraphic(Icons.of(group.muted() ? Feather.BELL : Feather.BELL_OFF));
    mute.setOnAction(_ -> context.stories().mute(id, !group.muted()));
    item.setContextMenu(new ContextMenu(mute));
    return item;
  }

  private static Button item(StoryRing ring, String words, Runnable action) {
    Label name = new Label(words);
    name.getStyleClass().add("story-ring-name");
    name.setMaxWidth(WIDTH - 4);
    VBox column = new VBox(4, ring, name);
    column.setAlignment(Pos.TOP_CENTER);
    Button button = new Button();
    button.getStyleClass().setAll("story-item");
    button.setGraphic(column);
    button.setAccessibleText(words);
    button.setMinWidth(WIDTH);
    button.setMaxWidth(WIDTH);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
