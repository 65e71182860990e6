package dev.windowshop.client.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A day and a time of day, in the reader's zone and as they write them. Made and used on the FX
/// thread.
final class LaterTimePane extends VBox {
  private final LaterViewModel model;
  private final Function<Instant, CompletableFuture<String>> picked;
  private final DatePicker day = new DatePicker();
  private final ComboBox<LocalTime> time = new ComboBox<>();
  private final Label trouble = new Label();
  private final Times times;

  /// @param begins what is shown at first
  /// @param picked takes it; gives what is wrong with that, else an empty text
  LaterTimePane(
      String heading,
      String confirm,
      LaterViewModel model,
      Instant begins,
      Function<Instant, CompletableFuture<String>> picked,
      Runnable cancelled) {
    this.model = model;
    this.picked = picked;
    this.times = new Times(model.locale());
    getStyleClass().addAll("chat-sheet", "later-time");
    setSpacing(14);
    setPrefWidth(360);
    Label title = new Label(heading);
    title.getStyleClass().add("t-section");
    LocalDate today = model.day(model.now());
    day.setValue(model.day(begins));
    day.setDayCellFactory(_ -> new Coming(today));
    day.setAccessibleText("Day");
    day.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(day, Priority.ALWAYS);
    for (int half = 0; half < 48; half++) {
      time.getItems().add(LocalTime.MIDNIGHT.plusMinutes(30L * half));
    }
    time.setEditable(true);
    time.setConverter(times);
    time.setValue(model.time(begins).withSecond(0).withNano(0));
    time.setVisibleRowCount(8);
    time.setPrefWidth(132);
    time.setMinWidth(132);
    time.setAccessibleText("Time");
    time.setOnShown(_ -> toChosen());
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.setMinHeight(USE_PREF_SIZE);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    Button no = new Button("Cancel");
    no.setOnAction(_ -> cancelled.run());
    Button yes = new Button(confirm);
    yes.getStyleClass().add("primary");
    yes.setDefaultButton(true);
    yes.setOnAction(_ -> submit());
    HBox buttons = new HBox(8, no, yes);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    HBox fields = new HBox(8, day, time);
    fields.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, fields, trouble, buttons);
  }

  /// The list of times opens where one is, not at midnight.
  private void toChosen() {
    LocalTime chosen = time.getValue();
    if (chosen != null
        && time.getSkin() instanceof ComboBoxListViewSkin<?> skin
        && skin.getPopupContent() instanceof ListView<?> all) {
      all.scrollTo(Math.max(0, chosen.toSecondOfDay() / 1800 - 2));
    }
  }

  private void submit() {
    LocalDate onDay = typedDay();
    LocalTime atTime = times.fromString(time.getEditor().getText());
    if (onDay == null) {
      trouble.setText("Pick a day.");
      day.requestFocus();
    } else if (atTime == null) {
      trouble.setText("Write a time of day, such as " + times.toString(LaterChoices.MORNING) + ".");
      time.requestFocus();
    } else {
      Instant at = model.at(onDay, atTime);
      String wrong = model.refuses(at);
      if (wrong == null) {
        trouble.setText("");
        var unused = picked.apply(at).thenAccept(trouble::setText);
      } else {
        trouble.setText(wrong);
      }
    }
  }

  /// What stands there, though nothing has confirmed it yet.
  private @Nullable LocalDate typedDay() {
    try {
      return day.getConverter().fromString(day.getEditor().getText());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// Days that are over can't be picked.
  private static final class Coming extends DateCell {
    private final LocalDate today;

    Coming(LocalDate today) {
      this.today = today;
    }

    @Override
    public void updateItem(@Nullable LocalDate item, boolean empty) {
      super.updateItem(item, empty);
      setDisable(empty || item == null || item.isBefore(today));
    }
  }

  /// Times as the reader writes them, and in other ways that are understood.
  static final class Times extends StringConverter<LocalTime> {
    private final DateTimeFormatter own;
    private final List<DateTimeFormatter> others;

    Times(Locale locale) {
      own = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
      others =
          List.of(
              lenient("H:mm", locale),
              lenient("H.mm", locale),
              lenient("H", locale),
              lenient("h:mm a", Locale.ENGLISH),
              lenient("h:mma", Locale.ENGLISH),
              lenient("h a", Locale.ENGLISH),
              lenient("ha", Locale.ENGLISH));
    }

    private static DateTimeFormatter lenient(String pattern, Locale locale) {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          .toFormatter(locale);
    }

    @Override
    public String toString(@Nullable LocalTime value) {
      return value == null ? "" : spaced(own.format(value));
    }

    /// Java writes a narrow space before "PM", which nobody types.
    private static String spaced(String text) {
      return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    @Override
    public @Nullable LocalTime fromString(@Nullable String text) {
      if (text == null || text.isBlank()) {
        return null;
      }
      String asked = spaced(text).strip();
      for (int half = 0; half < 24 * 60; half++) {
        LocalTime minute = LocalTime.ofSecondOfDay(60L * half);
        if (toString(minute).equalsIgnoreCase(asked)) {
          return minute;
        }
      }
      for (DateTimeFormatter other : others) {
        try {
          return LocalTime.parse(asked, other);
        } catch (DateTimeParseException e) {
          // Another way of writing it.
        }
      }
      return null;
    }
  }
}
