package dev.windowshop.client.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the relay about groups; what comes of it arrives as news. Any thread; works on the `chat`
/// thread.
final class GroupService implements Groups {
  private final RelayClient relay;
  private final RelayThread thread;
  private final RelayNews news;
  private final Supplier<@Nullable String> ownId;
  private final Executor io;
  private final Live<List<Invite>> mine = new Live<>(List.of());
  private final Live<Integer> changes = new Live<>(0);

  GroupService(
      RelayClient relay,
      RelayThread thread,
      RelayNews news,
      Supplier<@Nullable String> ownId,
      Executor io) {
    this.relay = relay;
    this.thread = thread;
    this.news = news;
    this.ownId = ownId;
    this.io = io;
  }

  /// On the `chat` thread, after the connection came back.
  void refresh() {
    mine.set(
        relay.get("/invites?limit=100", new TypeReference<Page<Invite>>() {}).items().stream()
            .filter(invite -> invite.state() == Invite.State.PENDING)
            .toList());
    changed();
  }

  private void changed() {
    changes.update(count -> count + 1);
  }

  /// On the `chat` thread.
  void changed(Invite invite) {
    String own = ownId.get();
    boolean toOneself =
        invite.kind() == Invite.Kind.PERSON
            && invite.user() != null
            && invite.user().id().equals(own);
    if (toOneself) {
      mine.update(all ->
          java.util.stream.Stream.concat(
                  all.stream().filter(other -> !other.id().equals(invite.id())),
                  java.util.stream.Stream.of(invite)
                      .filter(now -> now.state() == Invite.State.PENDING))
              .toList());
    }
    changed();
  }

  @Override
  public CompletableFuture<String> create(
      String name, String description, List<String> memberIds, boolean isPrivate) {
    return thread.ask(() ->
        entered(
            relay.post(
                "/conversations",
                new Conversation.Create(
                    dev.windowshop.protocol.ConversationKind.GROUP,
                    null,
                    null,
                    null,
                    name,
                    memberIds,
                    description.isBlank() ? null : description,
                    null,
                    isPrivate,
                    null),
                Conversation.class)));
  }

  private String entered(Conversation conversation) {
    String own = ownId.get();
    if (own == null) {
      throw new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to be in groups.");
    }
    news.added(conversation, own);
    return conversation.id();
  }

  private CompletableFuture<Void> doing(Runnable work) {
    return thread
        .ask(() -> {
          work.run();
          return true;
        })
        .thenAccept(_ -> {});
  }

  @Override
  public CompletableFuture<Void> describe(String conversationId, Conversation.Patch patch) {
    return doing(() -> relay.patch(at(conversationId), patch, Conversation.class));
  }

  @Override
  public CompletableFuture<Void> setPicture(String conversationId, @Nullable Path picture) {
    return CompletableFuture.runAsync(
        () -> {
          String id =
              picture == null
                  ? ""
                  : relay.upload("/attachments", picture, "image", Attachment.class).id();
          relay.patch(
              at(conversationId),
              new Conversation.Patch(null, null, id, null, null, null, null),
              Conversation.class);
        },
        io);
  }

  @Override
  public CompletableFuture<Boolean> add(String conversationId, String userId) {
    return thread.ask(() -> {
      com.fasterxml.jackson.databind.JsonNode answer =
          relay.post(
              at(conversationId) + "/members",
              new Conversation.AddMember(userId, null),
              com.fasterxml.jackson.databind.JsonNode.class);
      changed();
      return answer.has("inviter");
    });
  }

  @Override
  public CompletableFuture<Void> remove(String conversationId, String userId) {
    return doing(() -> relay.delete(at(conversationId) + "/members/" + userId));
  }

  @Override
  public CompletableFuture<Void> setRole(String conversationId, String userId, Role role) {
    return doing(() ->
        relay.patch(
            at(conversationId) + "/members/" + userId,
            new Conversation.ChangeRole(role),
            Participant.class));
  }

  @Override
  public CompletableFuture<Void> transfer(String conversationId, String userId) {
    return doing(() ->
        relay.post(
            at(conversationId) + "/transfer",
            new Conversation.Transfer(userId),
            Ids.newId(),
            Participant.class));
  }

  @Override
  public CompletableFuture<Void> leave(String conversationId) {
    String own = ownId.get();
    return own == null ? CompletableFuture.completedFuture(null) : remove(conversationId, own);
  }

  @Override
  public CompletableFuture<List<Invite>> invites(String conversationId) {
    return thread.ask(() ->
        relay
            .get(at(conversationId) + "/invites?limit=100", new TypeReference<Page<Invite>>() {})
            .items()
            .stream()
            .filter(invite -> invite.state() == Invite.State.PENDING)
            .toList());
  }

  @Override
  public CompletableFuture<Invite> link(
      String conversationId, @Nullable Integer maxUses, long seconds) {
    return thread.ask(() -> {
      Invite made =
          relay.post(
              at(conversationId) + "/invites",
              new Invite.Create(null, null, maxUses, seconds),
              Invite.class);
      changed();
      return made;
    });
  }

  @Override
  public CompletableFuture<Void> revoke(String inviteId) {
    return doing(() -> {
      relay.delete("/invites/" + inviteId);
      changed();
    });
  }

  @Override
  public CompletableFuture<String> accept(String inviteId) {
    return thread.ask(() -> {
      Conversation now =
          relay.post("/invites/" + inviteId + "/accept", java.util.Map.of(), Conversation.class);
      refresh();
      // Who answered somebody else's request is in it already.
      return news.find(now.id()) == null ? entered(now) : now.id();
    });
  }

  @Override
  public CompletableFuture<Void> decline(String inviteId) {
    return doing(() -> {
      relay.post("/invites/" + inviteId + "/decline", java.util.Map.of());
      refresh();
    });
  }

  @Override
  public Live<List<Invite>> invitesToOneself() {
    return mine;
  }

  @Override
  public CompletableFuture<Invite> preview(String token) {
    return thread.ask(() -> relay.get("/invite-links/" + token, Invite.class));
  }

  @Override
  public CompletableFuture<String> follow(String token) {
    return thread.ask(() ->
        entered(
            relay.post(
                "/invite-links/" + token + "/accept", java.util.Map.of(), Conversation.class)));
  }

  @Override
  public Live<Integer> changes() {
    return changes;
  }

  private static String at(String conversationId) {
    return "/conversations/" + conversationId;
  }
}
