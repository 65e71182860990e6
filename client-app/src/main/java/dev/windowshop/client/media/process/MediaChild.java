package dev.windowshop.client.media.process;

import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.link.Launch;
import dev.windowshop.client.media.link.Link;
import dev.windowshop.client.media.link.LinkMessage;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One life of the media process. Safe to use from any thread.
final class MediaChild {
  /// Called by the child's thread.
  interface Listener {
    void told(MediaChild child, MediaEvent event);

    /// Once, last, whatever happened; the process is gone.
    void ended(MediaChild child, String reason);
  }

  private static final Logger LOG = LoggerFactory.getLogger(MediaChild.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long END_LIMIT_MS = 1000;

  private final long generation;
  private final SoundAccess sound;
  private final MediaProcessConfig config;
  private final Path frames;
  private final Listener listener;
  private final Thread thread;
  private volatile @Nullable Process process;
  private volatile @Nullable Link link;
  private volatile long pid;
  private final long createdAt = System.nanoTime();
  private volatile long answeredAt = System.nanoTime();
  private volatile long busyMillis;
  private volatile @Nullable String killedFor;
  private long pings;

  /// @param sound may be less than what is configured, where that did not work
  /// @param frames takes the socket and the frame files
  MediaChild(
      long generation,
      SoundAccess sound,
      MediaProcessConfig config,
      Path frames,
      Listener listener) {
    this.generation = generation;
    this.sound = sound;
    this.config = config;
    this.frames = frames;
    this.listener = listener;
    thread =
        Thread.ofPlatform().name("media-child-" + generation).daemon(true).unstarted(this::live);
  }

  /// Returns at once.
  void start() {
    thread.start();
  }

  /// Until it has ended and its files are gone, or so long.
  void await(Duration limit) {
    try {
      thread.join(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    String reason;
    try (RunFolder folder = RunFolder.onDisk()) {
      reason = run(folder.path());
    } catch (IOException e) {
      LOG.warn("the media process could not be started", e);
      reason = "it could not be started";
    }
    listener.ended(this, reason);
  }

  private String run(Path folder) throws IOException {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    try (LinkServer server = LinkServer.open(frames, generation, config.tcp())) {
      Process started = ChildCommand.builder(folder, config.environment()).start();
      process = started;
      // Whether it ends by itself or is killed: whoever waits for its call need wait no longer.
      var _ = started.onExit().thenRun(server::close);
      try (var stdin = started.getOutputStream()) {
        new Launch(token, server.address(), frames, generation, sound).write(stdin);
        if (killedFor == null) {
          serve(server.channel(), token);
        }
      } catch (IOException e) {
        LOG.debug("the media process did not come: {}", e.toString());
      }
      return end(started, folder);
    }
  }

  private void serve(ServerSocketChannel server, String token) throws IOException {
    while (true) {
      SocketChannel channel = server.accept();
      try (Link accepted = new Link(channel, "media-child-" + generation)) {
        if (accepted.next() instanceof LinkMessage.Hello hello
            && hello.version() == LinkMessage.VERSION
            && MessageDigest.isEqual(
                hello.token().getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8))) {
          pid = hello.pid();
          answeredAt = System.nanoTime();
          link = accepted;
          accepted.read(this::receive);
          return;
        }
      }
      LOG.warn("somebody else called in on the media process's socket");
    }
  }

  private void receive(LinkMessage message) {
    switch (message) {
      case LinkMessage.Event event -> listener.told(this, event.event());
      case LinkMessage.Pong pong -> {
        answeredAt = System.nanoTime();
        busyMillis = pong.busyMillis();
      }
      // What only the window says, and what has been said.
      case LinkMessage.Hello _, LinkMessage.Ping _, LinkMessage.Command _, LinkMessage.Stop _ -> {}
    }
  }

  private String end(Process started, Path folder) {
    try {
      if (!started.waitFor(END_LIMIT_MS, TimeUnit.MILLISECONDS)) {
        destroy();
        started.waitFor(END_LIMIT_MS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      destroy();
      Thread.currentThread().interrupt();
    }
    String known = killedFor;
    if (known != null) {
      return known;
    }
    String reason = started.isAlive() ? "it closed its link" : "exit code " + started.exitValue();
    logTail(folder, reason);
    return reason;
  }

  private void logTail(Path folder, String reason) {
    try {
      String text = Files.readString(ChildCommand.log(folder));
      String tail = text.substring(Math.max(0, text.length() - 2000)).strip();
      if (!tail.isEmpty()) {
        LOG.info("the media process ended ({}); its last words:\n{}", reason, tail);
      }
    } catch (IOException e) {
      LOG.debug("no log of the media process: {}", e.toString());
    }
  }

  long generation() {
    return generation;
  }

  SoundAccess sound() {
    return sound;
  }

  long pid() {
    return pid;
  }

  /// Dropped before it has called in and after it has ended.
  void send(MediaCommand command) {
    Link open = link;
    if (open != null) {
      open.send(new LinkMessage.Command(command));
    }
  }

  /// Only one thread pings.
  void ping() {
    Link open = link;
    if (open != null) {
      open.send(new LinkMessage.Ping(++pings));
    }
  }

  boolean calledIn() {
    return link != null;
  }

  long ageMillis() {
    return (System.nanoTime() - createdAt) / 1_000_000;
  }

  /// Since its last answer, or since [#forgive].
  long silentMillis() {
    return (System.nanoTime() - answeredAt) / 1_000_000;
  }

  /// How long its engine's thread was at one piece of work when it last answered.
  long busyMillis() {
    return busyMillis;
  }

  /// We were not listening ourselves: the count begins anew.
  void forgive() {
    answeredAt = System.nanoTime();
  }

  /// Asks it to let the devices go and end; the caller kills it when it does not.
  void stop() {
    killedFor = "it was not needed";
    Link open = link;
    if (open != null) {
      open.send(new LinkMessage.Stop());
    } else {
      destroy();
    }
  }

  void kill(String reason) {
    killedFor = reason;
    destroy();
  }

  private void destroy() {
    if (pid != 0) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    Process started = process;
    if (started != null) {
      started.destroyForcibly();
    }
  }
}
