package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Writes down what was done to messages.
final class FakeMessageActions implements MessageActions {
  final List<String> done = new ArrayList<>();
  List<Message.Edited> edits = List.of();
  List<Reader> readers = List.of();

  @Override
  public void edit(String conversationId, String messageId, String text) {
    done.add("edit " + messageId + " " + text);
  }

  @Override
  public void delete(String conversationId, String messageId) {
    done.add("delete " + messageId);
  }

  @Override
  public void hide(String conversationId, String messageId) {
    done.add("hide " + messageId);
  }

  @Override
  public void react(String conversationId, String messageId, String emoji, boolean on) {
    done.add((on ? "react " : "unreact ") + messageId + " " + emoji);
  }

  @Override
  public void pin(String conversationId, String messageId, boolean on) {
    done.add((on ? "pin " : "unpin ") + messageId);
  }

  @Override
  public void vote(String conversationId, String messageId, List<Integer> options) {
    done.add("vote " + messageId + " " + options);
  }

  @Override
  public void close(String conversationId, String messageId) {
    done.add("close " + messageId);
  }

  @Override
  public CompletableFuture<Void> forward(Message message, Collection<String> conversationIds) {
    done.add("forward " + message.id() + " " + conversationIds);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<Message.Edited>> edits(String messageId) {
    return CompletableFuture.completedFuture(edits);
  }

  @Override
  public CompletableFuture<List<Reader>> readers(String conversationId, long seq) {
    return CompletableFuture.completedFuture(readers);
  }

  @Override
  public Subscription onRefused(Consumer<String> listener) {
    return () -> {};
  }
}
