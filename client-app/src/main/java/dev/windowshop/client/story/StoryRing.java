package dev.windowshop.client.story;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Pictures;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import org.jspecify.annotations.Nullable;

/// Somebody's picture in a ring with a piece for each of their statuses.
final class StoryRing extends StackPane {
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
  private static final double GAP = 9;

  /// More pieces than this are too small to be told apart.
  private static final int MOST = 16;

  private final double size;
  private final Avatar avatar;
  private final Group ring = new Group();

  StoryRing(Pictures pictures, double size) {
    this.size = size;
    avatar = new Avatar(pictures, size - 10);
    setMinSize(size, size);
    setMaxSize(size, size);
    getChildren().addAll(ring, avatar);
  }

  /// @param all how many pieces
  /// @param unseen how many of them, from the end, are new
  void show(String name, @Nullable String picture, int all, int unseen) {
    avatar.show(name, picture);
    ring.getChildren().clear();
    int pieces = Math.min(all, MOST);
    int old = unseen == 0 ? pieces : Math.min(pieces - 1, all - unseen);
    double turn = 360.0 / Math.max(1, pieces);
    double gap = pieces == 1 ? 0 : GAP;
    for (int i = 0; i < pieces; i++) {
      Arc arc =
          new Arc(0, 0, size / 2 - 1.5, size / 2 - 1.5, 90 - i * turn - gap / 2, -(turn - gap));
      arc.setType(ArcType.OPEN);
      arc.getStyleClass().add("story-arc");
      arc.pseudoClassStateChanged(NEW, i >= old);
      ring.getChildren().add(arc);
    }
  }
}
