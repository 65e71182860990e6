package dev.windowshop.client.chat;

import dev.windowshop.client.emoji.Emoji;
import dev.windowshop.client.emoji.EmojiPickerView;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PastedPicture;
import dev.windowshop.client.shell.look.Tips;
import dev.windowshop.client.voice.VoiceRecorder;
import dev.windowshop.protocol.Message;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where one writes: grows with the text to six lines; Enter sends, Shift+Enter begins a new line.
/// Above it what is answered or changed, the files that go along, and names to choose from.
final class Composer extends VBox {
  private static final int MOST_LINES = 6;
  private static final double PADDING = 18;
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
  private static final Pattern BEGUN =
      Pattern.compile("(?<![\\p{L}\\p{N}:])([:@])([\\p{L}\\p{N}_.+-]*)$");
  private static final Pattern CLOSED = Pattern.compile("(?<![\\p{L}\\p{N}:]):([a-z0-9_+-]+):$");

  private final ComposerViewModel model;
  private final ChatContext context;
  private final TextArea area = new TextArea();
  private final Text ruler = new Text();
  private final Suggestions suggestions = new Suggestions();
  private final StackPane place = new StackPane();
  private final HBox row;
  private final VoiceBar voice;
  private final LaterViewModel later;
  private @Nullable LaterMenu laterMenu;
  private @Nullable ContextMenu picker;
  private @Nullable EmojiPickerView pickerView;
  private Supplier<@Nullable Message> lastOwn = () -> null;

  /// @param typed run when something was written
  Composer(
      String conversationId,
      ComposerViewModel model,
      LaterViewModel later,
      ChatContext context,
      Runnable typed) {
    this.model = model;
    this.later = later;
    this.context = context;
    getStyleClass().add("composer");
    area.setWrapText(true);
    area.setPromptText("Write a message");
    area.getStyleClass().add("composer-area");
    area.setPrefRowCount(1);
    HBox.setHgrow(area, Priority.ALWAYS);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    ruler.fontProperty().bind(area.fontProperty());
    area.textProperty().bindBidirectional(model.text());
    area.textProperty()
        .subscribe((before, now) -> {
          resizeToText();
          if (now.length() > before.length() && area.isFocused()) {
            typed.run();
          }
        });
    area.caretPositionProperty().subscribe(() -> FxThread.later(this::suggest));
    area.widthProperty().subscribe(this::resizeToText);
    area.fontProperty().subscribe(this::resizeToText);
    Button attach = Icons.button(Feather.PAPERCLIP, "Send files or pictures", this::choose);
    Button smile = Icons.button(Feather.SMILE, "Emoji", () -> {});
    smile.setOnAction(_ -> pick(smile));
    row = new HBox(2, attach, area, smile, last());
    row.getChildren().addAll(1, context.cards().tools(conversationId, this::write));
    row.setAlignment(Pos.BOTTOM_LEFT);
    HBox.setMargin(area, new javafx.geometry.Insets(0, 4, 0, 4));
    voice = new VoiceBar(context.media().recorder(), this::dropVoice, this::sendVoice);
    place.getChildren().setAll(row);
    AttachmentTray tray =
        new AttachmentTray(model.files(), context.pictures(), context.media().posters());
    getChildren()
        .addAll(
            suggestions,
            about(),
            PreviewCards.row(model.preview(), context.pictures()),
            tray,
            place);
    model
        .problem()
        .subscribe(problem -> {
          if (problem != null) {
            context.notices().show(problem);
          }
        });
    model
        .changing()
        .subscribe(message -> {
          if (message != null) {
            area.requestFocus();
            FxThread.later(area::end);
          }
        });
    model
        .answering()
        .subscribe(message -> {
          if (message != null) {
            area.requestFocus();
          }
        });
  }

  /// @param message that the upward key changes, in an empty composer
  void editsWithUp(Supplier<@Nullable Message> message) {
    lastOwn = message;
  }

  /// Beside the paperclip.
  void add(Node tool) {
    row.getChildren().add(1, tool);
  }

  /// Where one is writing.
  void write(String words) {
    area.requestFocus();
    area.replaceSelection(words);
  }

  void focus() {
    area.requestFocus();
    area.end();
  }

  /// To send, or with nothing to send to speak.
  private StackPane last() {
    Button send = Icons.button(Feather.ARROW_UP, "Send", this::send);
    send.getStyleClass().add("send-button");
    Tips.put(send, "Send. Hold for later");
    laterMenu =
        new LaterMenu(
            send,
            later,
            () -> model.changing().get() == null,
            context,
            at -> {
              model.sendAt(at);
              area.requestFocus();
            },
            area::requestFocus);
    Button speak = Icons.button(Feather.MIC, "Record a voice message", this::speak);
    speak.getStyleClass().add("speak-button");
    var nothing =
        Bindings.createBooleanBinding(
            () ->
                area.getText().isBlank()
                    && model.files().isEmpty()
                    && model.changing().get() == null,
            area.textProperty(),
            model.files(),
            model.changing());
    send.visibleProperty().bind(nothing.not());
    speak.visibleProperty().bind(nothing);
    return new StackPane(speak, send);
  }

  /// What is answered, or changed.
  private HBox about() {
    Region edge = new Region();
    edge.getStyleClass().add("quote-edge");
    Label who = new Label();
    who.getStyleClass().add("quote-author");
    Label what = new Label();
    what.getStyleClass().add("quote-text");
    what.setMinWidth(0);
    VBox words = new VBox(1, who, what);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox bar = new HBox(10, edge, words, Icons.button(Feather.X, "Not that", this::cancel));
    bar.getStyleClass().add("composer-about");
    bar.setAlignment(Pos.CENTER_LEFT);
    Runnable show =
        () -> {
          Message changed = model.changing().get();
          Message answered = model.answering().get();
          Message of = changed == null ? answered : changed;
          bar.setVisible(of != null);
          bar.setManaged(of != null);
          if (of != null) {
            who.setText(changed != null ? "Edit message" : "Reply to " + of.sender().displayName());
            what.setText(MessageMarkup.plain(Wording.said(of)));
          }
        };
    model.answering().subscribe(show);
    model.changing().subscribe(show);
    show.run();
    return bar;
  }

  private void cancel() {
    model.cancel();
    area.requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (suggestions.took(event)) {
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && event.isShiftDown()) {
      event.consume();
      offerLater();
    } else if (event.getCode() == KeyCode.ENTER && !event.isAltDown()) {
      event.consume();
      if (event.isShiftDown()) {
        area.replaceSelection("\n");
      } else {
        send();
      }
    } else if (event.getCode() == KeyCode.ESCAPE
        && (model.changing().get() != null || model.answering().get() != null)) {
      event.consume();
      model.cancel();
    } else if (event.getCode() == KeyCode.UP && area.getText().isEmpty()) {
      Message message = lastOwn.get();
      if (message != null) {
        event.consume();
        model.change(message);
      }
    } else if (event.getCode() == KeyCode.V && event.isShortcutDown() && pasted()) {
      event.consume();
    }
  }

  /// Files and pictures go along; words are the text's own.
  private boolean pasted() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      attach(clipboard.getFiles());
      return true;
    }
    if (clipboard.hasImage() && !clipboard.hasString()) {
      paste(clipboard.getImage());
      return true;
    }
    return false;
  }

  void paste(Image image) {
    FxThread.deliver(
        PastedPicture.write(image),
        file -> model.attach(List.of(new OutgoingFile(file, "Pasted picture.png", true, null))),
        _ -> context.notices().show("That picture could not be taken."));
  }

  void attach(List<File> files) {
    List<OutgoingFile> chosen = new ArrayList<>();
    for (File file : files) {
      Path path = file.toPath();
      if (Files.isDirectory(path)) {
        context.notices().show(file.getName() + " is a folder. Choose the files in it.");
      } else {
        chosen.add(OutgoingFile.of(path));
      }
    }
    model.attach(chosen);
    area.requestFocus();
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Send files or pictures");
    List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (files != null) {
      attach(files);
    }
  }

  private void send() {
    model.send();
  }

  private void offerLater() {
    LaterMenu menu = laterMenu;
    if (menu != null) {
      menu.show();
    }
  }

  private void pick(Button below) {
    ContextMenu menu = picker;
    EmojiPickerView view = pickerView;
    if (menu == null || view == null) {
      view =
          new EmojiPickerView(
              context.media().emoji(),
              context.media().recents(),
              emoji -> area.replaceText(area.getSelection(), emoji));
      pickerView = view;
      CustomMenuItem item = new CustomMenuItem(view, false);
      item.getStyleClass().add("picker-item");
      menu = new ContextMenu(item);
      menu.getStyleClass().add("picker-menu");
      menu.setOnHidden(_ -> area.requestFocus());
      picker = menu;
    }
    view.reset();
    menu.show(below, Side.TOP, 0, -8);
  }

  private void speak() {
    VoiceRecorder recorder = context.media().recorder();
    place.getChildren().setAll(voice);
    voice.begin();
    FxThread.deliver(
        recorder.start(),
        _ -> {},
        failure -> {
          endVoice();
          String why = failure.getMessage();
          context.notices().show(why == null ? "There is no microphone." : why);
        });
  }

  private void dropVoice() {
    context.media().recorder().cancel();
    endVoice();
  }

  private void sendVoice() {
    FxThread.deliver(
        context.media().recorder().stop(),
        recorded -> {
          endVoice();
          if (recorded != null && recorded.millis() >= 500) {
            model.send(
                new OutgoingFile(
                    recorded.file(),
                    "Voice message.wav",
                    true,
                    new OutgoingFile.Recording(recorded.millis(), recorded.levels())));
          }
        },
        _ -> endVoice());
  }

  private void endVoice() {
    voice.end();
    place.getChildren().setAll(row);
    area.requestFocus();
  }

  /// Whoever goes away while speaking has not sent it.
  void close() {
    LaterMenu menu = laterMenu;
    if (menu != null) {
      menu.hide();
    }
    if (place.getChildren().contains(voice)) {
      dropVoice();
    }
  }

  /// What could follow what has been begun: a name after `@`, an emoji after `:`.
  private void suggest() {
    String before =
        area.getText().substring(0, Math.min(area.getCaretPosition(), area.getLength()));
    Matcher closed = CLOSED.matcher(before);
    if (closed.find()) {
      Emoji emoji = context.media().emoji().catalogue().named(closed.group(1));
      if (emoji != null) {
        suggestions.hide();
        replace(closed.start(), emoji.text());
        return;
      }
    }
    Matcher begun = BEGUN.matcher(before);
    if (!begun.find() || !area.isFocused()) {
      suggestions.hide();
      return;
    }
    int start = begun.start(1);
    String word = begun.group(2);
    List<Suggestions.Choice> choices = new ArrayList<>();
    if (begun.group(1).equals("@")) {
      model
          .peopleLike(word)
          .forEach(user ->
              choices.add(
                  new Suggestions.Choice(
                      new dev.windowshop.client.shell.look.Avatar(
                          context.pictures(), 24, user.displayName(), user.avatarUrl()),
                      user.displayName(),
                      "@" + user.username(),
                      () -> replace(start, "@" + user.username() + " "))));
    } else if (word.length() >= 2) {
      for (Emoji emoji :
          context.media().emoji().catalogue().search(word.toLowerCase(Locale.ROOT), 6)) {
        choices.add(
            new Suggestions.Choice(
                context.media().emoji().view(emoji, 20),
                ":" + emoji.name() + ":",
                "",
                () -> {
                  context.media().recents().used(emoji.text());
                  replace(start, emoji.text() + " ");
                }));
      }
    }
    suggestions.show(choices);
  }

  private void replace(int start, String words) {
    area.replaceText(start, area.getCaretPosition(), words);
  }

  private void resizeToText() {
    ruler.setText("X");
    ruler.setWrappingWidth(0);
    double line = ruler.getLayoutBounds().getHeight();
    String text = area.getText();
    ruler.setText(text.isEmpty() || text.endsWith("\n") ? text + "X" : text);
    ruler.setWrappingWidth(Math.max(40, area.getWidth() - 26));
    area.pseudoClassStateChanged(FULL, ruler.getLayoutBounds().getHeight() > MOST_LINES * line + 1);
    double wanted = Math.clamp(ruler.getLayoutBounds().getHeight(), line, MOST_LINES * line);
    double height = Math.ceil(wanted) + PADDING;
    area.setMinHeight(height);
    area.setPrefHeight(height);
    area.setMaxHeight(height);
  }
}
