package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Tips;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A poll in a conversation, as it stands: who chose what, and one's own choice to make.
final class PollCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Poll poll;
  private final String ownId;
  private final UnaryOperator<String> names;
  private final Consumer<List<Integer>> vote;
  private final boolean open;
  private final int voters;

  /// @param names what somebody is called, by their id
  /// @param vote takes all that one chooses
  /// @param close for whoever may close it; else null
  PollCard(
      Poll poll,
      String ownId,
      UnaryOperator<String> names,
      Consumer<List<Integer>> vote,
      @Nullable Runnable close,
      Wording wording) {
    super(8);
    this.poll = poll;
    this.ownId = ownId;
    this.names = names;
    this.vote = vote;
    Instant now = wording.now().instant();
    this.open = !poll.isClosed(now);
    Set<String> all = new HashSet<>();
    poll.votes().forEach(tally -> all.addAll(tally.userIds()));
    this.voters = all.size();
    getStyleClass().setAll("poll");
    Label question = new Label(poll.question());
    question.getStyleClass().add("t-emphasis");
    question.setWrapText(true);
    question.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(question);
    for (int i = 0; i < poll.options().size(); i++) {
      getChildren().add(option(i));
    }
    Label state = new Label(state(wording));
    state.getStyleClass().addAll("t-small", "t-muted");
    state.setWrapText(true);
    HBox.setHgrow(state, Priority.ALWAYS);
    state.setMaxWidth(Double.MAX_VALUE);
    HBox foot = new HBox(8, state);
    foot.setAlignment(Pos.CENTER_LEFT);
    if (open && close != null) {
      Button end = new Button("Close it");
      end.getStyleClass().addAll("quiet", "small");
      end.setMinWidth(Region.USE_PREF_SIZE);
      end.setOnAction(_ -> close.run());
      foot.getChildren().add(end);
    }
    getChildren().add(foot);
  }

  /// What a message asks; null when it is no poll, or one of a newer kind.
  static @Nullable Poll of(Message message) {
    if (message.type() != Message.Type.POLL || message.metadata() == null) {
      return null;
    }
    try {
      Poll poll = Json.decode(message.metadata(), Poll.class);
      return poll.votes().size() == poll.options().size() ? poll : null;
    } catch (ProblemException e) {
      return null;
    }
  }

  /// The button lies over the words: one that held them would not know how high they wrap.
  private StackPane option(int place) {
    List<String> chosenBy = poll.votes().get(place).userIds();
    boolean chosen = chosenBy.contains(ownId);
    Label text = new Label(poll.options().get(place));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Label count = new Label(Integer.toString(chosenBy.size()));
    count.getStyleClass().addAll("t-figures", "t-muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox words =
        new HBox(8, Icons.of(sign(chosen), chosen ? "icon-accent" : "icon-muted"), text, count);
    words.setAlignment(Pos.CENTER_LEFT);
    VBox row = new VBox(4, words, bar(chosenBy.size()));
    row.getStyleClass().setAll("poll-option");
    row.pseudoClassStateChanged(CHOSEN, chosen);
    Button button = new Button();
    button.getStyleClass().setAll("poll-choose");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    String who = chosenBy.stream().map(this::name).collect(Collectors.joining(", "));
    button.setAccessibleText(
        poll.options().get(place) + (who.isEmpty() ? ", chosen by nobody" : ", chosen by " + who));
    if (!who.isEmpty()) {
      Tips.put(button, who);
    }
    if (open) {
      button.setOnAction(_ -> choose(place, !chosen));
    } else {
      button.getStyleClass().add("over");
    }
    return new StackPane(row, button);
  }

  private Feather sign(boolean chosen) {
    if (poll.multiple()) {
      return chosen ? Feather.CHECK_SQUARE : Feather.SQUARE;
    }
    return chosen ? Feather.CHECK_CIRCLE : Feather.CIRCLE;
  }

  /// How many of those who voted chose it.
  private StackPane bar(int votes) {
    Region filled = new Region();
    filled.getStyleClass().add("poll-filled");
    StackPane bar = new StackPane(filled);
    bar.getStyleClass().add("poll-bar");
    StackPane.setAlignment(filled, Pos.CENTER_LEFT);
    double share = voters == 0 ? 0 : (double) votes / voters;
    filled.maxWidthProperty().bind(bar.widthProperty().multiply(share));
    filled.setMinWidth(0);
    return bar;
  }

  private void choose(int place, boolean on) {
    Set<Integer> all = new TreeSet<>();
    if (poll.multiple()) {
      for (Poll.Tally tally : poll.votes()) {
        if (tally.userIds().contains(ownId)) {
          all.add(tally.option());
        }
      }
    }
    if (on) {
      all.add(place);
    } else {
      all.remove(place);
    }
    vote.accept(List.copyOf(all));
  }

  private String name(String userId) {
    return userId.equals(ownId) ? "You" : names.apply(userId);
  }

  private String state(Wording wording) {
    List<String> all = new ArrayList<>();
    if (!open) {
      all.add("Closed");
    }
    all.add(voters == 0 ? "No votes" : voters == 1 ? "1 person voted" : voters + " people voted");
    Instant closesAt = poll.closesAt();
    if (open && closesAt != null) {
      all.add("until " + wording.dayName(wording.day(closesAt)) + " " + wording.time(closesAt));
    }
    if (open && poll.multiple()) {
      all.add("choose any");
    }
    return String.join(" · ", all);
  }
}
