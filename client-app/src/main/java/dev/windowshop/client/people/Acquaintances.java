package dev.windowshop.client.people;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the screens need to know and do about other people. No method blocks.
public interface Acquaintances {
  /// The own contacts, the newest first; empty for a guest.
  Live<List<User>> contacts();

  /// Whom one has blocked, the newest first; empty for a guest.
  Live<List<User>> blocked();

  CompletableFuture<User> person(String userId);

  /// By the user name in a link to a profile.
  CompletableFuture<User> named(String username);

  /// By the beginning of their user name, or by their whole email.
  CompletableFuture<List<User>> find(String text);

  CompletableFuture<Void> setContact(String userId, boolean contact);

  CompletableFuture<Void> setBlocked(String userId, boolean blocked);

  /// How one is shown from now on; offline for unseen.
  CompletableFuture<Void> choosePresence(PresenceStatus status);

  CompletableFuture<Void> report(Report.Filing filing);
}
