package dev.windowshop.client.media.process;

import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine in a process of its own, which starts when a call is opened or the devices are asked
/// for, ends a while after the last call is closed, and is started again when it dies or falls
/// silent during one.
public final class ChildMediaEngine implements MediaEngine {
  private static final Logger LOG = LoggerFactory.getLogger(ChildMediaEngine.class);
  private static final Duration PING = Duration.ofMillis(250);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(4);

  private final MediaProcessConfig config;
  private final List<Consumer<MediaEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledThreadPoolExecutor thread;
  private final MediaChild.Listener childListener = new ChildListener();
  private final Set<String> openCalls = new HashSet<>();
  private final List<MediaCommand> untilReady = new ArrayList<>();
  private final Watch watch;
  private SoundAccess sound;
  private @Nullable RunFolder frames;
  private @Nullable MediaChild child;
  private @Nullable Future<?> idleEnd;
  private long generation;
  private boolean running;
  private boolean restarting;
  private boolean closed;

  public ChildMediaEngine(MediaProcessConfig config) {
    this.config = config;
    sound = config.sound();
    watch = new Watch(config.silence());
    thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("media-child").daemon(true).factory());
    thread.setRemoveOnCancelPolicy(true);
    thread.setRejectedExecutionHandler((task, pool) -> {});
    thread.scheduleAtFixedRate(
        () -> guarded(this::tick), PING.toMillis(), PING.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onEvent(Consumer<MediaEvent> listener) {
    listeners.add(listener);
  }

  @Override
  public void send(MediaCommand command) {
    post(() -> handle(command));
  }

  private void post(Runnable work) {
    thread.execute(() -> guarded(work));
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("watching over the media process failed", e);
    }
  }

  private void emit(MediaEvent event) {
    for (Consumer<MediaEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("a media listener failed on {}", event.getClass().getSimpleName(), e);
      }
    }
  }

  private void handle(MediaCommand command) {
    if (closed || restarting) {
      return;
    }
    boolean needs = false;
    if (command instanceof MediaCommand.OpenCall open) {
      openCalls.add(open.callId());
      needs = true;
    } else if (command instanceof MediaCommand.CloseCall close) {
      openCalls.remove(close.callId());
    } else if (command instanceof MediaCommand.ListDevices) {
      needs = true;
    }
    MediaChild current = child;
    if (running && current != null) {
      current.send(command);
    } else if (current != null) {
      untilReady.add(command);
    } else if (needs) {
      untilReady.add(command);
      startChild();
    }
    setIdleEnd();
  }

  private void startChild() {
    try {
      RunFolder folder = frames;
      if (folder == null) {
        folder = RunFolder.inMemory();
        frames = folder;
      }
      running = false;
      MediaChild made = new MediaChild(++generation, sound, config, folder.path(), childListener);
      child = made;
      made.start();
    } catch (IOException e) {
      LOG.error("no place for the media process's files", e);
      giveUp("there is no place for its files");
    }
  }

  /// The count begins anew with every command, and only once the child is ready.
  private void setIdleEnd() {
    Future<?> pending = idleEnd;
    idleEnd = null;
    if (pending != null) {
      pending.cancel(false);
    }
    if (running && openCalls.isEmpty()) {
      idleEnd =
          thread.schedule(
              () -> post(this::endIdle), config.idle().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void endIdle() {
    idleEnd = null;
    MediaChild current = child;
    if (openCalls.isEmpty() && current != null) {
      child = null;
      running = false;
      restarting = false;
      untilReady.clear();
      stop(current);
    }
  }

  private void stop(MediaChild ending) {
    ending.stop();
    thread.schedule(
        () -> ending.kill("it did not end"), STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    MediaChild current = child;
    if (current == null) {
      watch.rest();
      return;
    }
    Watch.Verdict verdict = watch.look(current, running);
    if (verdict == Watch.Verdict.WELL) {
      current.ping();
    } else if (verdict != Watch.Verdict.NOT_YET) {
      if (verdict == Watch.Verdict.LATE && sound == SoundAccess.DEVICES) {
        LOG.warn("the media process does not get ready; without sound devices from now on");
        sound = SoundAccess.LISTENING;
      }
      current.kill(verdict.reason());
    }
  }

  private void told(MediaChild from, MediaEvent event) {
    if (from != child) {
      return;
    }
    if (event instanceof MediaEvent.Ready) {
      ready(from, event);
    } else if (event instanceof MediaEvent.Died died && died.willRestart()) {
      // It asks for that itself, for what only a new one can do.
      from.kill(died.reason());
    } else if (event instanceof MediaEvent.Died died) {
      // The library does not work in it: starting it again would end the same way.
      child = null;
      from.kill(died.reason());
      giveUp(died.reason());
    } else {
      emit(event);
    }
  }

  private void ready(MediaChild from, MediaEvent event) {
    LOG.debug("media process {} is ready", from.pid());
    running = true;
    emit(event);
    if (restarting) {
      restarting = false;
      emit(new MediaEvent.Restarted(from.generation()));
    }
    untilReady.forEach(from::send);
    untilReady.clear();
    setIdleEnd();
  }

  private void ended(MediaChild ended, String reason) {
    if (ended != child) {
      return;
    }
    LOG.warn("the media process ended: {}", reason);
    child = null;
    boolean wasRunning = running;
    running = false;
    if (watch.diedTooOften()) {
      giveUp(reason);
    } else if (!wasRunning) {
      startChild();
    } else if (openCalls.isEmpty()) {
      setIdleEnd();
    } else {
      openCalls.clear();
      restarting = true;
      emit(new MediaEvent.Died(reason, true));
      startChild();
    }
  }

  private void giveUp(String reason) {
    running = false;
    restarting = false;
    openCalls.clear();
    untilReady.clear();
    setIdleEnd();
    emit(new MediaEvent.Died(reason, false));
  }

  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
    Future<?> released = thread.submit(this::release);
    try {
      released.get(STOP_LIMIT.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      LOG.warn("the media process did not end in time: {}", e.toString());
    } finally {
      thread.shutdownNow();
    }
    RunFolder folder = frames;
    if (folder != null) {
      folder.close();
    }
  }

  private void release() {
    closed = true;
    MediaChild ending = child;
    child = null;
    if (ending != null) {
      ending.stop();
      ending.await(STOP_LIMIT);
      ending.kill("it did not end");
    }
  }

  private final class ChildListener implements MediaChild.Listener {
    @Override
    public void told(MediaChild from, MediaEvent event) {
      post(() -> ChildMediaEngine.this.told(from, event));
    }

    @Override
    public void ended(MediaChild from, String reason) {
      post(() -> ChildMediaEngine.this.ended(from, reason));
    }
  }
}
