package dev.windowshop.client.media.child;

import dev.windowshop.client.media.engine.InProcessMediaEngine;
import dev.windowshop.client.media.link.Launch;
import dev.windowshop.client.media.link.Link;
import dev.windowshop.client.media.link.LinkMessage;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The media process's program. It is started by the application alone, which tells it on standard
/// input where to connect to.
public final class MediaMain {
  private MediaMain() {}

  /// Ends by halting, when the link does: an orderly exit would wait for native threads that may
  /// never end.
  ///
  /// @param arguments none, or `--rehearse` to train an ahead-of-time cache
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).equals(List.of("--rehearse"))) {
      Rehearsal.run();
      return;
    }
    Launch launch = Launch.read(System.in);
    InProcessMediaEngine engine = new InProcessMediaEngine(launch.frames());
    SocketChannel channel = SocketChannel.open(launch.socketAddress());
    Link link = new Link(channel, "media-link");
    engine.onEvent(event -> link.send(new LinkMessage.Event(event)));
    engine.start(launch.sound(), launch.generation());
    link.send(
        new LinkMessage.Hello(launch.token(), ProcessHandle.current().pid(), LinkMessage.VERSION));
    Thread.currentThread().setPriority(Thread.MAX_PRIORITY);
    link.read(message -> handle(message, engine, link));
    removeFrames(launch.frames());
    Runtime.getRuntime().halt(0);
  }

  private static void handle(LinkMessage message, InProcessMediaEngine engine, Link link) {
    switch (message) {
      case LinkMessage.Command command -> engine.send(command.command());
      case LinkMessage.Ping ping ->
          link.send(new LinkMessage.Pong(ping.number(), engine.busyMillis()));
      case LinkMessage.Stop _ -> {
        engine.close();
        link.close();
      }
      // What only a child says.
      case LinkMessage.Hello _, LinkMessage.Pong _, LinkMessage.Event _ -> {}
    }
  }

  /// They are memory. When the application was killed nobody else is there to give it back.
  private static void removeFrames(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.frames")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The application, if it lives, removes the folder; its next start does otherwise.
      return;
    }
  }
}
