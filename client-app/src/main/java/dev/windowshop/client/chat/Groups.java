package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Groups: who is in them and how one gets in. The relay decides, so all of it needs the relay;
/// nothing blocks, and what is refused fails with words for whoever asked.
public interface Groups {
  /// @return its id
  CompletableFuture<String> create(
      String name, String description, List<String> memberIds, boolean isPrivate);

  CompletableFuture<Void> describe(String conversationId, Conversation.Patch patch);

  /// @param picture a file; null for none
  CompletableFuture<Void> setPicture(String conversationId, @Nullable Path picture);

  /// @return whether they were only invited, having asked for that
  CompletableFuture<Boolean> add(String conversationId, String userId);

  CompletableFuture<Void> remove(String conversationId, String userId);

  CompletableFuture<Void> setRole(String conversationId, String userId, Role role);

  CompletableFuture<Void> transfer(String conversationId, String userId);

  CompletableFuture<Void> leave(String conversationId);

  /// People who are invited, links, and who asks to be let in.
  CompletableFuture<List<Invite>> invites(String conversationId);

  CompletableFuture<Invite> link(String conversationId, @Nullable Integer maxUses, long seconds);

  CompletableFuture<Void> revoke(String inviteId);

  /// @return the group's id
  CompletableFuture<String> accept(String inviteId);

  CompletableFuture<Void> decline(String inviteId);

  /// What one is invited to.
  Live<List<Invite>> invitesToOneself();

  CompletableFuture<Invite> preview(String token);

  /// @return the group's id
  CompletableFuture<String> follow(String token);

  /// Goes up with every change of an invite that concerns one.
  Live<Integer> changes();
}
