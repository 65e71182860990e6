package dev.windowshop.client.shell.look;

import javafx.scene.layout.Region;

/// A quiet block in the shape of what comes.
public final class Skeleton {
  private Skeleton() {}

  public static Region block(double width, double height) {
    Region region = new Region();
    region.getStyleClass().add("skeleton");
    region.setMinSize(width, height);
    region.setPrefSize(width, height);
    region.setMaxSize(width, height);
    return region;
  }

  public static Region circle(double size) {
    Region region = block(size, size);
    region.getStyleClass().add("round");
    return region;
  }
}
