package dev.windowshop.client.call;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.CallStage;
import dev.windowshop.client.shell.look.Pictures;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/// Calls in the window, wired: the service's state to the view models, the views to the service.
/// Made on the FX thread.
public final class CallFeature implements CallStage, AutoCloseable {
  private final CallViewModel callModel;
  private final RingingViewModel ringingModel;
  private final CallView callView;
  private final IncomingCallView ringingView;
  private final Subscription subscriptions;
  private final ScheduledFuture<?> clock;

  public CallFeature(CallService service, People people, Pictures pictures, Workers workers) {
    callModel = new CallViewModel(Clock.systemUTC(), people::want);
    ringingModel = new RingingViewModel(people::want);
    callView =
        new CallView(callModel, new ServiceActions(service, callModel), pictures, workers.io());
    ringingView = new IncomingCallView(ringingModel, new Answers(service), pictures);
    String css =
        Objects.requireNonNull(CallFeature.class.getResource("call.css"), "call.css")
            .toExternalForm();
    callView.getStylesheets().add(css);
    ringingView.getStylesheets().add(css);
    subscriptions =
        Subscription.of(
            service.state().observe(state -> FxThread.run(() -> show(state))),
            people
                .known()
                .observe(known ->
                    FxThread.run(() -> {
                      callModel.know(known);
                      ringingModel.know(known);
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

  @Override
  public void close() {
    subscriptions.close();
    clock.cancel(false);
  }

  private void show(CallState state) {
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
