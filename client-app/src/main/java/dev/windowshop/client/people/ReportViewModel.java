package dev.windowshop.client.people;

import dev.windowshop.protocol.Report;
import java.util.List;
import java.util.concurrent.Executor;
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

/// Telling moderators of something.
public final class ReportViewModel {
  /// What can be chosen from, in this order.
  public static final List<Report.Reason> REASONS =
      List.of(
          Report.Reason.SPAM,
          Report.Reason.HARASSMENT,
          Report.Reason.FRAUD,
          Report.Reason.ILLEGAL,
          Report.Reason.ADULT,
          Report.Reason.OTHER);

  private final Report.Kind kind;
  private final String targetId;
  private final Acquaintances people;
  private final Executor ui;
  private final ObjectProperty<Report.@Nullable Reason> reason = new SimpleObjectProperty<>();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper sent = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

  public ReportViewModel(Report.Kind kind, String targetId, Acquaintances people, Executor ui) {
    this.kind = kind;
    this.targetId = targetId;
    this.people = people;
    this.ui = ui;
  }

  public void send() {
    Report.Reason chosen = reason.get();
    if (chosen == null || sending.get() || sent.get()) {
      return;
    }
    sending.set(true);
    notice.set("");
    String words = text.get().strip();
    var unused =
        people
            .report(new Report.Filing(kind, targetId, chosen, words.isEmpty() ? null : words))
            .whenComplete((_, failure) ->
                ui.execute(() -> {
                  sending.set(false);
                  if (failure == null) {
                    sent.set(true);
                  } else {
                    notice.set(Failures.said(failure));
                  }
                }));
  }

  static String name(Report.Reason reason) {
    return switch (reason) {
      case SPAM -> "Spam or advertising";
      case HARASSMENT -> "Harassment or hate";
      case FRAUD -> "Fraud or a fake";
      case ILLEGAL -> "Something illegal";
      case ADULT -> "Not for everybody's eyes";
      case OTHER, UNKNOWN -> "Something else";
    };
  }

  public Report.Kind kind() {
    return kind;
  }

  public ObjectProperty<Report.@Nullable Reason> reason() {
    return reason;
  }

  public StringProperty text() {
    return text;
  }

  public BooleanBinding ready() {
    return reason.isNotNull().and(sending.not());
  }

  public ReadOnlyBooleanProperty sent() {
    return sent.getReadOnlyProperty();
  }

  /// What went wrong, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }
}
