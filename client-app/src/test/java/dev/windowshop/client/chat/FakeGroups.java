package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Writes down what was asked of groups.
final class FakeGroups implements Groups {
  final List<String> done = new ArrayList<>();
  final Live<List<Invite>> mine = new Live<>(List.of());
  final Live<Integer> changes = new Live<>(0);
  List<Invite> invites = List.of();

  private CompletableFuture<Void> did(String what) {
    done.add(what);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<String> create(
      String name, String description, List<String> memberIds, boolean isPrivate) {
    done.add("create " + name + " " + memberIds + (isPrivate ? " private" : " open"));
    return CompletableFuture.completedFuture("made");
  }

  @Override
  public CompletableFuture<Void> describe(String conversationId, Conversation.Patch patch) {
    return did("describe " + patch.name());
  }

  @Override
  public CompletableFuture<Boolean> add(String conversationId, String userId) {
    done.add("add " + userId);
    return CompletableFuture.completedFuture(false);
  }

  @Override
  public CompletableFuture<Void> remove(String conversationId, String userId) {
    return did("remove " + userId);
  }

  @Override
  public CompletableFuture<Void> setRole(String conversationId, String userId, Role role) {
    return did("role " + userId + " " + role);
  }

  @Override
  public CompletableFuture<Void> transfer(String conversationId, String userId) {
    return did("transfer " + userId);
  }

  @Override
  public CompletableFuture<Void> leave(String conversationId) {
    return did("leave");
  }

  @Override
  public CompletableFuture<Void> setPicture(String conversationId, @Nullable Path picture) {
    return did("picture " + picture);
  }

  @Override
  public CompletableFuture<List<Invite>> invites(String conversationId) {
    return CompletableFuture.completedFuture(invites);
  }

  @Override
  public CompletableFuture<Invite> link(
      String conversationId, @Nullable Integer maxUses, long seconds) {
    return CompletableFuture.failedFuture(new IllegalStateException("no links here"));
  }

  @Override
  public CompletableFuture<Void> revoke(String inviteId) {
    return did("revoke " + inviteId);
  }

  @Override
  public CompletableFuture<String> accept(String inviteId) {
    done.add("accept " + inviteId);
    return CompletableFuture.completedFuture("joined");
  }

  @Override
  public CompletableFuture<Void> decline(String inviteId) {
    return did("decline " + inviteId);
  }

  @Override
  public Live<List<Invite>> invitesToOneself() {
    return mine;
  }

  @Override
  public CompletableFuture<Invite> preview(String token) {
    return CompletableFuture.failedFuture(new IllegalStateException("no links here"));
  }

  @Override
  public CompletableFuture<String> follow(String token) {
    done.add("follow " + token);
    return CompletableFuture.completedFuture("joined");
  }

  @Override
  public Live<Integer> changes() {
    return changes;
  }
}
