package dev.windowshop.client.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls of whoever is signed in: takes events from the user, the relay and the media engine to
/// its one thread, `call`, lets [CallReducer] say what comes of them, and does it.
///
/// Thread-safe; nothing here blocks but [#close].
public final class CallService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallService.class);

  private final SocketClient socket;
  private final MediaEngine media;
  private final Live<MediaEvent.Devices> devices = new Live<>();
  private final Live<List<Shareable>> screens = new Live<>();
  private final Unheard unheard;
  private final Preview.Watch preview;
  private volatile LocalSources sources;
  private final Live<CallState> state = new Live<>(new CallState.Idle());
  private final Live<Desk> desk = new Live<>(Desk.EMPTY);
  private final Subscription subscriptions;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform()
              .name("call")
              .daemon()
              .uncaughtExceptionHandler(Workers::uncaught)
              .factory());

  // Only on the call thread.
  private Desk current = Desk.EMPTY;
  private DeskReducer reducer;
  private String self = "";

  /// @param sources where one's own picture and sound come from
  /// @param unheard keeps who is not to be heard
  public CallService(
      SocketClient socket, MediaEngine media, LocalSources sources, Unheard unheard) {
    this.socket = socket;
    this.unheard = unheard;
    this.media = media;
    this.sources = sources;
    this.reducer = new DeskReducer(self, sources);
    preview = new Preview.Watch(media);
    media.onEvent(this::happened);
    this.subscriptions =
        Subscription.of(
            socket.onEvent(this::received), socket.state().observe(this::connectionChanged));
  }

  /// The call that one is in or is rung for. Changes on the call thread.
  public Live<CallState> state() {
    return state;
  }

  /// That one and all others. Changes on the call thread, before [#state()].
  public Live<Desk> desk() {
    return desk;
  }

  /// Rings the others of a conversation.
  public void call(String conversationId, Call.Media withMedia) {
    post(new CallEvent.Dialled(conversationId, withMedia));
  }

  /// Answers whoever rings.
  public void accept(boolean withVideo) {
    post(new CallEvent.Accepted(withVideo));
  }

  public void decline() {
    post(new CallEvent.Declined());
  }

  public void hangUp() {
    post(new CallEvent.HungUp());
  }

  /// Lets somebody in who knocks while one is in a call.
  ///
  /// @param holding whether the call that one is in waits, rather than being left
  public void acceptWaiting(String callId, boolean withVideo, boolean holding) {
    post(new CallEvent.WaitingAccepted(callId, withVideo, holding));
  }

  public void declineWaiting(String callId) {
    post(new CallEvent.WaitingDeclined(callId));
  }

  /// Over to the call on hold.
  public void swap() {
    post(new CallEvent.Swapped());
  }

  /// Joins the call that runs in a conversation, or takes it over from another device.
  public void joinRunning(String conversationId) {
    post(new CallEvent.JoinedRunning(conversationId));
  }

  /// Knocks at the call that a link leads to, and joins it when one is let in.
  ///
  /// @param link as it was shown before
  public void knockAt(String token, CallLink link) {
    post(new CallEvent.KnockedAt(token, link));
  }

  /// Waits no longer, or has read what came of it.
  public void endKnock() {
    post(new CallEvent.KnockEnded());
  }

  /// Lets somebody in who knocks, or not.
  public void answerKnock(String knockId, boolean admitted) {
    post(new CallEvent.KnockAnswered(knockId, admitted));
  }

  /// Puts a guest out of the call.
  public void removeGuest(String userId) {
    post(new CallEvent.GuestRemoved(userId));
  }

  /// Ends a group's call for everybody in it.
  public void endForAll() {
    post(new CallEvent.EndedForAll());
  }

  /// The note about the end of a call, or about a device, was read.
  public void dismiss() {
    post(new CallEvent.Dismissed());
  }

  public void setMuted(boolean muted) {
    post(new CallEvent.Muted(muted));
  }

  public void setCamera(boolean on) {
    post(new CallEvent.CameraSwitched(on));
  }

  public void setHand(boolean raised) {
    post(new CallEvent.HandRaised(raised));
  }

  /// Shows everybody an emoji.
  public void react(String emoji) {
    post(new CallEvent.Reacted(emoji));
  }

  /// Whether what somebody in the call says is not to be heard here.
  public void setDeaf(String userId, boolean deaf) {
    post(new CallEvent.Deafened(userId, deaf));
  }

  /// What devices there are, once they were asked for.
  public Live<MediaEvent.Devices> devices() {
    return devices;
  }

  /// Whether one looks at oneself, and what is to be seen.
  Live<Preview> preview() {
    return preview.preview();
  }

  /// A look at oneself, while there is no call.
  void openPreview() {
    onThread(() -> {
      if (current.current().currentRoom() == null) {
        preview.open(sources);
      }
    });
  }

  void shutPreview() {
    onThread(preview::shut);
  }

  /// Asks for the devices that there are now.
  public void lookForDevices() {
    media.send(new MediaCommand.ListDevices());
  }

  /// What can be shared, once it was asked for.
  public Live<List<Shareable>> screens() {
    return screens;
  }

  /// Asks for the screens and windows that there are now.
  public void lookForScreens() {
    media.send(new MediaCommand.ListScreens());
  }

  /// Shows this beside the camera, or nothing any longer.
  public void share(@Nullable ScreenSource source) {
    post(new CallEvent.Shared(source));
  }

  /// Where one's own picture and sound come from.
  public LocalSources sources() {
    return sources;
  }

  /// For the call that runs and for all later ones.
  public void setSources(LocalSources chosen) {
    onThread(() -> {
      sources = chosen;
      reducer = new DeskReducer(self, chosen);
      preview.use(chosen);
      step(new CallEvent.SourcesChosen(chosen));
    });
  }

  private void received(ServerEvent event) {
    if (event instanceof ServerEvent.Ready ready) {
      onThread(() -> ready(ready.userId()));
    } else if (event instanceof ServerEvent.CallRinging ringing) {
      post(new CallEvent.Rang(ringing.call()));
    } else if (event instanceof ServerEvent.CallState changed) {
      post(new CallEvent.Changed(changed, Instant.now()));
    } else if (event instanceof ServerEvent.CallSignal signal) {
      post(new CallEvent.Signalled(signal.signal()));
    } else if (event instanceof ServerEvent.CallDevice placed) {
      post(new CallEvent.Placed(placed.device()));
    } else if (event instanceof ServerEvent.CallKnock knock) {
      post(new CallEvent.Knocked(knock.knock()));
    }
  }

  private void connectionChanged(ConnectionState connection) {
    switch (connection) {
      case ConnectionState.Online online -> {
        // The relay's first event says whose socket it is.
      }
      case ConnectionState.SignedOut signedOut -> post(new CallEvent.SignedOut());
      case ConnectionState.Connecting connecting -> post(new CallEvent.Disconnected());
      case ConnectionState.Offline offline -> post(new CallEvent.Disconnected());
      case ConnectionState.Incompatible incompatible -> post(new CallEvent.Disconnected());
    }
  }

  private void happened(MediaEvent event) {
    if (event instanceof MediaEvent.Devices found) {
      devices.set(found);
    } else if (event instanceof MediaEvent.Screens found) {
      screens.set(Shareable.of(found));
    } else if (event instanceof MediaEvent.NetworkChanged) {
      // What goes over the old network would be missed only after a minute.
      socket.dialAgain();
    } else if (event instanceof MediaEvent.ScreenPictured pictured) {
      List<Shareable> before = screens.value();
      screens.set(before == null ? List.of() : Shareable.with(before, pictured));
    }
    post(new CallEvent.Media(event, Instant.now()));
  }

  private void ready(String userId) {
    if (!userId.equals(self)) {
      step(new CallEvent.SignedOut());
      self = userId;
      reducer = new DeskReducer(userId, sources);
      step(new CallEvent.Recalled(unheard.of(userId)));
    }
    step(new CallEvent.Connected());
  }

  private void post(CallEvent event) {
    onThread(() -> step(event));
  }

  private void step(CallEvent event) {
    DeskReducer.Move move = reducer.reduce(current, event);
    if (!move.desk().equals(current)) {
      CallState before = current.current();
      current = move.desk();
      desk.set(current);
      tellDevices(before.currentRoom(), current.current().currentRoom());
      if (!current.current().equals(before)) {
        state.set(current.current());
      }
    }
    move.effects().forEach(this::run);
  }

  /// Whoever moves the call to another device finds it there as it is here.
  private void tellDevices(@Nullable Room before, @Nullable Room after) {
    if (after == null || after.link() != Room.Link.JOINED) {
      return;
    }
    boolean isKnown =
        before != null
            && before.link() == Room.Link.JOINED
            && before.session() == after.session()
            && before.local().muted() == after.local().muted()
            && before.local().cameraOn() == after.local().cameraOn();
    if (!isKnown) {
      tell(
          socket.send(
              Command.CALL_MEDIA,
              new Call.Switches(after.callId(), after.local().muted(), after.local().cameraOn())));
    }
  }

  private void run(CallEffect effect) {
    switch (effect) {
      case CallEffect.Start start ->
          enter(
              start.conversationId(),
              socket.send(
                  Command.CALL_START,
                  new Call.Start(start.conversationId(), start.media(), start.hold())));
      case CallEffect.Join join ->
          enter(
              join.callId(),
              socket.send(Command.CALL_JOIN, new Call.Join(join.callId(), join.hold())));
      case CallEffect.Hold hold ->
          tell(socket.send(Command.CALL_HOLD, new Call.Hold(hold.callId(), hold.held())));
      case CallEffect.End end -> tell(socket.send(Command.CALL_END, new Call.Id(end.callId())));
      case CallEffect.Decline decline ->
          tell(socket.send(Command.CALL_DECLINE, new Call.Id(decline.callId())));
      case CallEffect.Leave leave ->
          tell(socket.send(Command.CALL_LEAVE, new Call.Id(leave.callId())));
      case CallEffect.Signal signal -> tell(socket.send(Command.CALL_SIGNAL, signal.signal()));
      case CallEffect.Media command -> {
        if (command.command() instanceof MediaCommand.OpenCall) {
          // One camera is not for two.
          preview.shut();
        }
        command(command.command());
      }
      case CallEffect.Knock knock -> knock(knock.token());
      case CallEffect.EndKnock end ->
          tell(socket.send(Command.CALL_KNOCK_END, new CallLink.KnockId(end.knockId())));
      case CallEffect.AnswerKnock answer ->
          tell(
              socket.send(
                  answer.admitted() ? Command.CALL_ADMIT : Command.CALL_REFUSE,
                  new CallLink.KnockId(answer.knockId())));
      case CallEffect.RemoveGuest guest ->
          tell(
              socket.send(Command.CALL_REMOVE, new CallLink.Guest(guest.callId(), guest.userId())));
      case CallEffect.KeepUnheard keep -> unheard.keep(self, keep.unheard());
      case CallEffect.Wait wait ->
          thread.schedule(
              () ->
                  step(
                      new CallEvent.Waited(wait.key(), wait.session(), wait.what(), Instant.now())),
              wait.time().toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private void knock(String token) {
    socket
        .send(Command.CALL_KNOCK, new CallLink.Knocking(token))
        .whenComplete((answer, failure) -> {
          try {
            post(
                failure == null
                    ? new CallEvent.KnockTaken(
                        token, Json.decode(answer.path("knock"), CallLink.Knock.class))
                    : new CallEvent.KnockFailed(token, why(failure)));
          } catch (ProblemException e) {
            LOG.warn("the answer to a knock cannot be read", e);
            post(new CallEvent.KnockFailed(token, "The relay's answer can't be understood."));
          }
        });
  }

  private static String why(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String why = cause.getMessage();
    return why == null ? "The relay can't be reached." : why;
  }

  private void command(MediaCommand command) {
    LOG.debug("media {}", command);
    media.send(command);
  }

  /// The answer comes back as an event.
  private void enter(String key, CompletableFuture<JsonNode> answer) {
    answer.whenComplete(
        (node, failure) -> post(failure == null ? entered(key, node) : notEntered(key, failure)));
  }

  private static CallEvent entered(String key, JsonNode answer) {
    try {
      Call.Joined joined = Json.decode(answer, Call.Joined.class);
      return new CallEvent.Entered(
          joined.call(), joined.iceServers(), joined.iceTransportPolicy(), Instant.now());
    } catch (ProblemException e) {
      LOG.warn("the answer to joining a call cannot be read", e);
      return new CallEvent.NotEntered(
          key, true, "The relay's answer can't be understood.", Instant.now());
    }
  }

  private static CallEvent notEntered(String key, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    boolean passing =
        !(cause instanceof ProblemException problem)
            || problem.type() == ProblemType.UNAVAILABLE
            || problem.type() == ProblemType.RATE_LIMITED;
    String why = cause.getMessage();
    return new CallEvent.NotEntered(key, !passing, why == null ? "" : why, Instant.now());
  }

  /// For what is said and done with: without the relay there is nothing to undo there either.
  private static void tell(CompletableFuture<JsonNode> answer) {
    answer.whenComplete((node, failure) -> {
      if (failure != null) {
        LOG.info("the relay did not take it: {}", failure.getMessage());
      }
    });
  }

  private void onThread(Runnable work) {
    try {
      thread.execute(() -> {
        try {
          work.run();
        } catch (RuntimeException e) {
          Workers.uncaught(Thread.currentThread(), e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.debug("after the end: {}", e.getMessage());
    }
  }

  /// Hangs up and waits a moment for the relay to know. The engine and the socket are others' to
  /// close, after this.
  @Override
  public void close() {
    subscriptions.close();
    CompletableFuture<@Nullable Void> left = new CompletableFuture<>();
    onThread(() -> leaveNow(left));
    try {
      left.get(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("the relay was not told that the call was left: {}", e.getMessage());
    }
    thread.shutdownNow();
  }

  private void leaveNow(CompletableFuture<@Nullable Void> left) {
    CompletableFuture<?>[] leaving =
        Stream.of(current.current().currentRoom(), current.held())
            .filter(Objects::nonNull)
            .map(room -> socket.send(Command.CALL_LEAVE, new Call.Id(room.callId())))
            .toArray(CompletableFuture[]::new);
    step(new CallEvent.SignedOut());
    CompletableFuture.allOf(leaving)
        .whenComplete((_, failure) -> {
          if (failure == null) {
            left.complete(null);
          } else {
            left.completeExceptionally(failure);
          }
        });
  }
}
