package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The files of a message as nodes: pictures as an album, the rest in rows.
final class MediaNodes {
  static final double WIDTH = 264;
  private static final double TALLEST = 340;
  private static final double LEAST = 96;
  private static final double GAP = 3;
  private static final int MOST = 6;

  private final ChatContext context;
  private final BiConsumer<List<Line.Media>, Integer> view;
  private final FileActions files;
  private final VideoPlace videos;

  /// @param videos what plays among them
  /// @param view shows pictures large, beginning with one
  MediaNodes(
      ChatContext context,
      FileActions files,
      VideoPlace videos,
      BiConsumer<List<Line.Media>, Integer> view) {
    this.context = context;
    this.files = files;
    this.videos = videos;
    this.view = view;
  }

  VBox of(Line.Bubble bubble, Runnable cancel) {
    VBox all = new VBox(4);
    List<Line.Media> pictures =
        bubble.media().stream().filter(one -> one.kind() == FileKind.IMAGE).toList();
    if (!pictures.isEmpty()) {
      all.getChildren().add(album(pictures));
    }
    for (Line.Media one : bubble.media()) {
      switch (one.kind()) {
        case IMAGE -> {}
        case VIDEO -> all.getChildren().add(new VideoView(one, context, files, videos));
        case VOICE -> all.getChildren().add(new VoiceView(one, context, files));
        case FILE -> all.getChildren().add(file(one));
      }
    }
    if (bubble.media().stream().anyMatch(one -> one.progress() < 1)
        && bubble.delivery() == Line.Delivery.WAITING) {
      all.getChildren().add(progress(bubble.media(), cancel));
    }
    return all;
  }

  private static Node progress(List<Line.Media> media, Runnable cancel) {
    long size = media.stream().mapToLong(Line.Media::size).sum();
    double sent = media.stream().mapToDouble(one -> one.size() * one.progress()).sum();
    ProgressBar bar = new ProgressBar(size == 0 ? 0 : sent / size);
    bar.getStyleClass().add("upload-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label words = new Label(MediaOf.size(Math.round(sent)) + " of " + MediaOf.size(size));
    words.getStyleClass().add("upload-words");
    words.setMinWidth(Region.USE_PREF_SIZE);
    Button stop = Icons.button(Feather.X, "Don't send", cancel);
    stop.getStyleClass().add("small-button");
    HBox row = new HBox(8, bar, words, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("upload-row");
    return row;
  }

  /// One in its own shape, several in rows of two or three.
  private Node album(List<Line.Media> pictures) {
    if (pictures.size() == 1) {
      Line.Media one = pictures.getFirst();
      double ratio =
          one.width() > 0 && one.height() > 0 ? (double) one.height() / one.width() : 0.75;
      double width = one.width() > 0 ? Math.clamp(one.width(), LEAST, WIDTH) : WIDTH;
      double height = Math.clamp(width * ratio, LEAST, TALLEST);
      return picture(pictures, 0, Math.clamp(height / ratio, LEAST, WIDTH), height, 0);
    }
    VBox rows = new VBox(GAP);
    int shown = Math.min(pictures.size(), MOST);
    int at = 0;
    while (at < shown) {
      int left = shown - at;
      int across =
          left == 1
              ? 1
              : left == 2 || left == 4 ? 2 : at == 0 && left % 3 == 2 ? 2 : Math.min(3, left);
      double edge = (WIDTH - GAP * (across - 1)) / across;
      double height = across == 1 ? WIDTH * 0.6 : edge;
      HBox row = new HBox(GAP);
      for (int i = 0; i < across; i++, at++) {
        int more = at == shown - 1 ? pictures.size() - shown : 0;
        row.getChildren().add(picture(pictures, at, edge, height, more));
      }
      rows.getChildren().add(row);
    }
    return rows;
  }

  private Node picture(
      List<Line.Media> pictures, int index, double width, double height, int more) {
    Line.Media one = pictures.get(index);
    PictureView picture = new PictureView(context.pictures(), 10);
    picture.setMinSize(width, height);
    picture.setPrefSize(width, height);
    picture.setMaxSize(width, height);
    picture.show(one.picture(), one.thumbUrl(), null);
    Button button = new Button();
    button.getStyleClass().setAll("picture-button");
    button.setAccessibleText("Picture " + one.name());
    button.setOnAction(_ -> view.accept(pictures, index));
    StackPane place = new StackPane(picture);
    if (more > 0) {
      Label rest = new Label("+" + more);
      rest.getStyleClass().add("album-more");
      rest.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      place.getChildren().add(rest);
    }
    button.setGraphic(place);
    return button;
  }

  private Node file(Line.Media one) {
    StackPane sign = new StackPane(Icons.of(icon(one), "file-icon"));
    sign.getStyleClass().add("file-sign");
    Label name = new Label(one.name());
    name.getStyleClass().add("file-name");
    name.setMinWidth(0);
    name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    Label size = new Label(type(one) + MediaOf.size(one.size()));
    size.getStyleClass().add("file-size");
    VBox words = new VBox(1, name, size);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(10, sign, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(WIDTH - 16);
    Button open = new Button();
    open.getStyleClass().setAll("file-row");
    open.setGraphic(row);
    open.setAccessibleText("Open the file " + one.name());
    open.setOnAction(_ -> files.open(one));
    files.menu(open, one);
    return open;
  }

  private static String type(Line.Media one) {
    int dot = one.name().lastIndexOf('.');
    String end = dot < 0 ? "" : one.name().substring(dot + 1);
    return end.isEmpty() || end.length() > 5
        ? ""
        : end.toUpperCase(java.util.Locale.ROOT) + " \u00B7 ";
  }

  private static Feather icon(Line.Media one) {
    String mime = one.mime();
    if (mime.startsWith("audio/")) {
      return Feather.MUSIC;
    }
    if (mime.contains("zip") || mime.contains("rar") || mime.contains("7z")) {
      return Feather.ARCHIVE;
    }
    return mime.equals("application/octet-stream") || mime.isEmpty()
        ? Feather.FILE
        : Feather.FILE_TEXT;
  }
}
