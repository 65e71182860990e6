package dev.windowshop.client.story;

import dev.windowshop.protocol.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A status while it is made. Works on the FX thread.
public final class StoryComposerViewModel {
  /// What words can stand on; white reads well on each.
  public static final List<String> BACKGROUNDS =
      List.of(
          "#c2410c", "#b91c1c", "#9d174d", "#6d28d9", "#1d4ed8", "#0f766e", "#166534", "#292524");

  private final Stories stories;
  private final Executor ui;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty background = new SimpleStringProperty(BACKGROUNDS.getFirst());
  private final ObjectProperty<@Nullable Path> picture = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper posted = new ReadOnlyBooleanWrapper();
  private final BooleanBinding ready =
      Bindings.createBooleanBinding(
          () -> (!text().get().isBlank() || picture().get() != null) && left() >= 0, text, picture);

  public StoryComposerViewModel(Stories stories, Executor ui) {
    this.stories = stories;
    this.ui = ui;
  }

  public StringProperty text() {
    return text;
  }

  public StringProperty background() {
    return background;
  }

  public ObjectProperty<@Nullable Path> picture() {
    return picture;
  }

  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Whether it is safe on this machine: the work is done.
  public ReadOnlyBooleanProperty posted() {
    return posted.getReadOnlyProperty();
  }

  public BooleanBinding ready() {
    return ready;
  }

  /// How many characters fit yet.
  public int left() {
    return NewStory.MOST_TEXT - text.get().strip().length();
  }

  public void post() {
    if (!ready.get()) {
      return;
    }
    problem.set("");
    var unused =
        stories
            .post(new NewStory(text.get(), background.get(), picture.get()))
            .whenCompleteAsync(
                (_, failure) -> {
                  if (failure == null) {
                    posted.set(true);
                  } else {
                    problem.set(words(failure));
                  }
                },
                ui);
  }

  private static String words(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String detail = cause instanceof ProblemException refused ? refused.problem().detail() : null;
    return detail == null ? "This could not be posted. Try again in a moment." : detail;
  }
}
