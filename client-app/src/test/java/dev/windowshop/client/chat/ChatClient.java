package dev.windowshop.client.chat;

import dev.windowshop.client.app.ClientCore;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.client.preview.LinkPreviews;
import dev.windowshop.client.video.Posters;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A client with conversations and no window, in a folder of its own.
final class ChatClient implements AutoCloseable {
  private final ClientCore core;
  private final ChatService chat;

  /// Whether signing out takes everything away.
  volatile boolean forgets;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> early = new CopyOnWriteArrayList<>();

  ChatClient(Path folder, String relay) {
    this(folder, relay, Posters.NONE);
  }

  ChatClient(Path folder, String relay, Posters posters) {
    core =
        ClientCore.open(
            Profile.in("test", folder.resolve("data"), folder.resolve("cache")),
            RelayAddress.of(relay, false),
            ChatSchema.migrations(),
            Keychain.none());
    chat =
        new ChatService(
            core.database(),
            core.relay(),
            core.socket(),
            core.account(),
            core.workers(),
            new ChatFolders(core.own(), folder.resolve("files")),
            LinkPreviews.NONE,
            posters,
            () -> forgets);
    chat.onMessage(message -> {
      List<Conversation> known = chat.conversations().value();
      if (known == null
          || known.stream().noneMatch(one -> one.id().equals(message.conversationId()))) {
        early.add(String.valueOf(message.content()));
      }
      heard.add(String.valueOf(message.content()));
    });
    core.start();
  }

  /// The texts of others' messages, as they came.
  List<String> heard() {
    return List.copyOf(heard);
  }

  /// Those of them that were told of before their conversation could be seen.
  List<String> early() {
    return List.copyOf(early);
  }

  ClientCore core() {
    return core;
  }

  ChatService chat() {
    return chat;
  }

  String signUp(String name) {
    return core.account()
        .signUp(name + "@example.org", name, "correct horse battery", name)
        .join()
        .id();
  }

  Conversation awaitConversation(String id) {
    return TestClient.await(
            chat.conversations(), all -> all.stream().anyMatch(c -> c.id().equals(id)))
        .stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// Waits until the open conversation says exactly this, all of it confirmed.
  static List<Message> awaitTexts(OpenConversation open, List<String> texts) {
    return TestClient.await(
            open.state(),
            state ->
                state.pending().isEmpty()
                    && state.messages().stream().map(Message::content).toList().equals(texts))
        .messages();
  }

  @Override
  public void close() {
    chat.close();
    core.close();
  }
}
