package dev.windowshop.client.chat;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// What conversations show of statuses.
///
/// @param rings the row above the list
/// @param open shows one by its id, or says that it is over
/// @param said what one says, while it is there
public record StoryDoor(
    Supplier<Node> rings, Consumer<String> open, Function<String, @Nullable String> said) {
  /// Where there are none.
  public static final StoryDoor SHUT = new StoryDoor(StoryDoor::nothing, _ -> {}, _ -> null);

  private static Node nothing() {
    Pane nothing = new Pane();
    nothing.setManaged(false);
    nothing.setVisible(false);
    return nothing;
  }
}
