package dev.windowshop.client.call;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Settings;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.CallStage;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Calls in the window, wired: the service's state to the view models, the views to the service.
/// Made on the FX thread.
public final class CallFeature implements CallStage, AutoCloseable {
  static final String STYLES =
      Objects.requireNonNull(CallFeature.class.getResource("call.css"), "call.css")
          .toExternalForm();

  private static final String CAMERA_KEY = "call.camera";
  private static final String MICROPHONE_KEY = "call.microphone";
  private static final String SPEAKER_KEY = "call.speaker";
  private static final String TALK_KEY = "call.pushToTalk";

  private final Settings settings;
  private final DevicesViewModel devicesModel;
  private final CallPlace place;
  private final Executor opening;
  private final CallViewModel callModel;
  private final RingingViewModel ringingModel;
  private final CallView.Actions actions;
  private final EmojiPictures emoji;

  /// Made with the first call: most starts of the app have none.
  private @Nullable CallView callView;

  private @Nullable Node below;
  private final StackPane ringingPlace = new StackPane();
  private final ElsewhereBar elsewhere;
  private final LobbyBar lobbyBar;
  private final CallFocus focus;
  private final Supplier<String> self;
  private final CallHistory history;
  private final CallHistoryViewModel historyModel;
  private final OwnLinksViewModel linksModel;
  private final Notices notices;
  private final CallService service;
  private final Pictures pictures;
  private final Subscription subscriptions;
  private final ScheduledFuture<?> clock;
  private final VBox bars = new VBox();
  private final Live<Map<String, Integer>> running = new Live<>(Map.of());

  /// @param reach in which conversations there is somebody to call
  /// @param self the signed-in user's id, empty for nobody
  /// @param dress gives a window the look of the app
  /// @param mayEnd whether this user ends calls of a conversation for everybody in it
  public CallFeature(
      CallService service,
      CallHistory history,
      CallLinkClient links,
      Notices notices,
      People people,
      Live<CallReach> reach,
      Supplier<String> self,
      Predicate<String> mayEnd,
      Settings settings,
      Consumer<Scene> dress,
      Pictures pictures,
      EmojiPictures emoji,
      Workers workers) {
    this.service = service;
    this.history = history;
    this.pictures = pictures;
    this.notices = notices;
    linksModel = new OwnLinksViewModel(links, Clock.systemDefaultZone(), notices::show);
    historyModel = new CallHistoryViewModel(Clock.systemDefaultZone(), people::want);
    callModel = new CallViewModel(Clock.systemUTC(), people::want, mayEnd, self);
    ringingModel = new RingingViewModel(people::want);
    this.settings = settings;
    service.setSources(
        service
            .sources()
            .withDevices(
                settings.text(CAMERA_KEY),
                settings.text(MICROPHONE_KEY),
                settings.text(SPEAKER_KEY)));
    callModel.setPushToTalk(settings.flag(TALK_KEY, false));
    callModel.pushToTalk().subscribe((before, on) -> settings.set(TALK_KEY, on));
    devicesModel = new DevicesViewModel(service::sources, this::chosen);
    place = new CallPlace(dress);
    opening = workers.io();
    actions = new ServiceActions(service, callModel, links, notices, linksModel);
    this.emoji = emoji;
    focus = new CallFocus(ringingPlace, bars);
    callModel
        .active()
        .subscribe(active -> {
          if (!active) {
            place.goBack();
          } else if (callView == null) {
            callView = callView();
          }
        });
    this.self = self;
    elsewhere = new ElsewhereBar(service::joinRunning);
    lobbyBar = new LobbyBar(service::endKnock);
    bars.getChildren().addAll(elsewhere, lobbyBar);
    bars.getStylesheets().add(STYLES);
    ringingPlace.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    ringingPlace.getStylesheets().add(STYLES);
    ringingModel
        .ringing()
        .subscribe(rings -> {
          if (rings && ringingPlace.getChildren().isEmpty()) {
            ringingPlace
                .getChildren()
                .add(
                    new IncomingCallView(
                        ringingModel, new Answers(service, ringingModel), pictures));
          }
        });
    subscriptions =
        Subscription.of(
            service.devices().observe(found -> FxThread.run(() -> devicesModel.show(found))),
            service.screens().observe(found -> FxThread.run(() -> callModel.know(found))),
            service.preview().observe(now -> FxThread.run(() -> devicesModel.show(now))),
            service.desk().observe(desk -> FxThread.run(() -> show(desk))),
            history
                .known()
                .observe(known -> FxThread.run(() -> historyModel.show(known, self.get()))),
            reach.observe(now ->
                FxThread.run(() -> {
                  callModel.know(now);
                  historyModel.know(now);
                  linksModel.know(now);
                })),
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

  private CallView callView() {
    CallView view = new CallView(callModel, devicesModel, actions, place, pictures, emoji, opening);
    view.getStylesheets().add(STYLES);
    if (below != null) {
      view.getChildren().add(below);
    }
    place.put(view);
    focus.add(view);
    return view;
  }

  @Override
  public Node tiles() {
    return place.dock();
  }

  @Override
  public ReadOnlyBooleanProperty active() {
    return callModel.active();
  }

  @Override
  public Node ringingCard() {
    return ringingPlace;
  }

  @Override
  public Node bars() {
    return bars;
  }

  @Override
  public ReadOnlyBooleanProperty ringing() {
    return ringingModel.ringing();
  }

  /// What is shown below the call, while it is beside the shop and nothing else is shown there.
  public void below(Node node) {
    StackPane under = new StackPane(node);
    CallView.shownWhile(
        under,
        Bindings.createBooleanBinding(
            () -> node.isVisible() && !callModel.isPanelShown() && !place.apart().get(),
            node.visibleProperty(),
            callModel.showDetails(),
            callModel.choosingDevices(),
            callModel.choosingScreen(),
            place.apart()));
    below = under;
    if (callView != null) {
      callView.getChildren().add(under);
    }
  }

  /// Where the keyboard goes from a call that is over.
  ///
  /// @param composer focuses where one writes in a conversation; false when it is not shown
  public void leaveFocusTo(Predicate<String> composer) {
    focus.setConversation(composer);
  }

  /// How many are in the call of a conversation, where one runs that one is not in here.
  public Live<Map<String, Integer>> running() {
    return running;
  }

  /// The page of past calls.
  ///
  /// @param openConversation shows a conversation beside the store
  /// @param byLink shows where a link into a call is pasted
  public Page historyPage(Consumer<String> openConversation, Runnable byLink) {
    CallHistoryView view =
        new CallHistoryView(
            historyModel,
            new OwnLinksView(
                linksModel,
                token -> {
                  CallLinkSheets.copy(token);
                  notices.show("The link is copied: who opens it asks to join.");
                }),
            this::refreshPast,
            service::call,
            openConversation,
            byLink,
            pictures,
            new CallHistoryView.Mirror(devicesModel, opening, this::look, service::shutPreview));
    view.node().getStylesheets().add(STYLES);
    return view;
  }

  @Override
  public void close() {
    subscriptions.close();
    clock.cancel(false);
  }

  private void refreshPast() {
    history.refresh();
    linksModel.refresh();
  }

  private void look() {
    service.lookForDevices();
    service.openPreview();
  }

  private void chosen(LocalSources sources) {
    service.setSources(sources);
    keep(CAMERA_KEY, sources.cameraId());
    keep(MICROPHONE_KEY, sources.microphoneId());
    keep(SPEAKER_KEY, sources.speakerId());
  }

  private void keep(String key, @Nullable String id) {
    if (id == null) {
      settings.remove(key);
    } else {
      settings.set(key, id);
    }
  }

  private void show(Desk desk) {
    String before = callModel.conversationId();
    String now = desk.current().currentConversation();
    focus.during(now == null ? before : now, () -> showAll(desk));
  }

  private void showAll(Desk desk) {
    CallState state = desk.current();
    boolean isOver = state instanceof CallState.Ended || state instanceof CallState.Idle;
    if (isOver && history.known().value() != null) {
      refreshPast();
    }
    callModel.show(desk);
    ringingModel.show(desk);
    elsewhere.show(desk.elsewhere(self.get()));
    lobbyBar.show(desk.lobby().own());
    Map<String, Integer> others = new HashMap<>();
    desk.running()
        .forEach((conversation, call) -> {
          long joined =
              call.participants().stream()
                  .filter(one -> one.state() == Call.ParticipantState.JOINED)
                  .count();
          if (joined > 0 && !desk.isAt(call.callId()) && ringingModel.isNot(call.callId())) {
            others.put(conversation, (int) joined);
          }
        });
    running.set(Map.copyOf(others));
  }

  private record ServiceActions(
      CallService service,
      CallViewModel model,
      CallLinkClient links,
      Notices notices,
      OwnLinksViewModel own)
      implements CallView.Actions {
    @Override
    public void makeLink() {
      String callId = model.callId();
      if (callId != null) {
        FxThread.deliver(
            links.create(callId),
            made -> {
              model.know(made);
              copyLink();
              own.refresh();
            },
            failure -> notices.show(Words.of(failure)));
      }
    }

    @Override
    public void copyLink() {
      CallLink made = model.link().get();
      String token = made == null ? null : made.token();
      if (token != null) {
        CallLinkSheets.copy(token);
      }
    }

    @Override
    public void revokeLink() {
      CallLink made = model.link().get();
      if (made != null) {
        FxThread.deliver(
            links.revoke(made.id()),
            _ -> {
              model.know((CallLink) null);
              own.refresh();
            },
            failure -> notices.show(Words.of(failure)));
      }
    }

    @Override
    public void answerKnock(boolean admitted) {
      CallLink.Knock knock = model.knock();
      if (knock != null) {
        service.answerKnock(knock.id(), admitted);
      }
    }

    @Override
    public void removeGuest(String userId) {
      service.removeGuest(userId);
    }

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
    public void setHand(boolean raised) {
      service.setHand(raised);
    }

    @Override
    public void react(String emoji) {
      service.react(emoji);
    }

    @Override
    public void setDeaf(String userId, boolean deaf) {
      service.setDeaf(userId, deaf);
    }

    @Override
    public void chooseDevices() {
      service.lookForDevices();
      model.choosingDevices().set(true);
    }

    @Override
    public void chooseScreen() {
      if (model.sharing().get()) {
        service.share(null);
      } else {
        service.lookForScreens();
        model.choosingScreen().set(true);
      }
    }

    @Override
    public void share(@Nullable ScreenSource source) {
      service.share(source);
    }

    @Override
    public void swap() {
      service.swap();
    }

    @Override
    public void endForAll() {
      service.endForAll();
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

  private record Answers(CallService service, RingingViewModel model)
      implements IncomingCallView.Actions {
    @Override
    public void acceptWaiting(boolean holding) {
      Call call = model.call();
      if (call != null) {
        service.acceptWaiting(call.id(), call.media() == Call.Media.VIDEO, holding);
      }
    }

    @Override
    public void accept(boolean withVideo) {
      service.accept(withVideo);
    }

    @Override
    public void decline() {
      Call call = model.call();
      if (call != null && model.knocking().get()) {
        service.declineWaiting(call.id());
      } else {
        service.decline();
      }
    }
  }
}
