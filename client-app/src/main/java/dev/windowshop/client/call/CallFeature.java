package dev.windowshop.client.call;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.CallStage;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Pictures;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/// Calls in the window, wired: the service's state to the view models, the views to the service.
/// Made on the FX thread.
public final class CallFeature implements CallStage, AutoCloseable {
  private static final String STYLES =
      Objects.requireNonNull(CallFeature.class.getResource("call.css"), "call.css")
          .toExternalForm();

  private final CallViewModel callModel;
  private final RingingViewModel ringingModel;
  private final CallView callView;
  private final IncomingCallView ringingView;
  private final CallHistory history;
  private final CallHistoryViewModel historyModel;
  private final CallService service;
  private final Pictures pictures;
  private final Subscription subscriptions;
  private final ScheduledFuture<?> clock;

  /// @param self the signed-in user's id, empty for nobody
  public CallFeature(
      CallService service,
      CallHistory history,
      People people,
      Supplier<String> self,
      Pictures pictures,
      Workers workers) {
    this.service = service;
    this.history = history;
    this.pictures = pictures;
    historyModel = new CallHistoryViewModel(Clock.systemDefaultZone(), people::want);
    callModel = new CallViewModel(Clock.systemUTC(), people::want);
    ringingModel = new RingingViewModel(people::want);
    callView =
        new CallView(callModel, new ServiceActions(service, callModel), pictures, workers.io());
    ringingView = new IncomingCallView(ringingModel, new Answers(service), pictures);
    callView.getStylesheets().add(STYLES);
    ringingView.getStylesheets().add(STYLES);
    subscriptions =
        Subscription.of(
            service.state().observe(state -> FxThread.run(() -> show(state))),
            history
                .known()
                .observe(known -> FxThread.run(() -> historyModel.show(known, self.get()))),
            people
                .known()
                .observe(known ->
                    FxThread.run(() -> {
                      callModel.know(known);
                      ringingModel.know(known);
                      historyModel.know(known);
                    })));
    clock =
        workers
            .timer()
            .scheduleAtFixedRate(() -> FxThread.run(callModel::tick), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public Node tiles() {
    return callView;
  }

  @Override
  public ReadOnlyBooleanProperty active() {
    return callModel.active();
  }

  @Override
  public Node ringingCard() {
    return ringingView;
  }

  @Override
  public ReadOnlyBooleanProperty ringing() {
    return ringingModel.ringing();
  }

  /// The page of past calls.
  ///
  /// @param openConversation shows a conversation beside the store
  public Page historyPage(Consumer<String> openConversation) {
    CallHistoryView view =
        new CallHistoryView(
            historyModel, history::refresh, service::call, openConversation, pictures);
    view.node().getStylesheets().add(STYLES);
    return view;
  }

  @Override
  public void close() {
    subscriptions.close();
    clock.cancel(false);
  }

  private void show(CallState state) {
    boolean isOver = state instanceof CallState.Ended || state instanceof CallState.Idle;
    if (isOver && history.known().value() != null) {
      history.refresh();
    }
    callModel.show(state);
    ringingModel.show(state);
  }

  private record ServiceActions(CallService service, CallViewModel model)
      implements CallView.Actions {
    @Override
    public void setMuted(boolean muted) {
      service.setMuted(muted);
    }

    @Override
    public void setCamera(boolean on) {
      service.setCamera(on);
    }

    @Override
    public void hangUp() {
      service.hangUp();
    }

    @Override
    public void callBack() {
      CallState.Ended ended = model.ended();
      if (ended != null) {
        service.call(ended.conversationId(), ended.media());
      }
    }

    @Override
    public void dismiss() {
      service.dismiss();
    }
  }

  private record Answers(CallService service) implements IncomingCallView.Actions {
    @Override
    public void accept(boolean withVideo) {
      service.accept(withVideo);
    }

    @Override
    public void decline() {
      service.decline();
    }
  }
}
