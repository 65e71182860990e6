package dev.windowshop.client.store;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Settings;
import dev.windowshop.client.platform.fx.FxThread;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// How much of the shop is kept on this machine.
public final class KeptSection implements SettingsSection {
  /// In the settings of the profile.
  public static final String KEY = "pictures.megabytes";

  public static final int USUAL = 256;

  private static final Integer[] SIZES = {64, 128, USUAL, 512, 1024, 2048, 4096};
  private static final double MEGABYTE = 1024 * 1024;

  private final ImageService images;
  private final Label used = new Label();
  private final SettingsCard card;

  public KeptSection(ImageService images, Settings settings) {
    this.images = images;
    ComboBox<Integer> most = new ComboBox<>();
    most.getItems().setAll(SIZES);
    most.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer megabytes) {
            return name(megabytes);
          }

          @Override
          public Integer fromString(String name) {
            throw new UnsupportedOperationException("chosen, never typed");
          }
        });
    most.setValue((int) settings.number(KEY, USUAL));
    most.setAccessibleText("How much is kept");
    most.setOnAction(event -> {
      settings.set(KEY, most.getValue().doubleValue());
      images.setBound((long) (most.getValue() * MEGABYTE));
      count();
    });
    Label label = new Label("Pictures take at most");
    label.getStyleClass().add("t-strong");
    label.setLabelFor(most);
    used.getStyleClass().add("t-muted");
    HBox row = new HBox(12, label, most, used);
    row.setAlignment(Pos.CENTER_LEFT);
    Button clear = new Button("Throw the pictures away");
    clear.setOnAction(
        event -> FxThread.deliver(images.clear(), done -> count(), failure -> count()));
    card =
        new SettingsCard(
            "On this machine",
            SettingsCard.words(
                "What you have seen stays here, so that you can look around, search and fill your"
                    + " cart without a connection. When there is too much, the pictures that were"
                    + " not looked at for longest go first."),
            row,
            clear);
  }

  private static String name(int megabytes) {
    return megabytes < 1024 ? megabytes + " MB" : megabytes / 1024 + " GB";
  }

  private void count() {
    FxThread.deliver(
        images.used(),
        bytes -> used.setText(Math.round(bytes / MEGABYTE) + " MB now"),
        failure -> used.setText(""));
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    count();
  }
}
