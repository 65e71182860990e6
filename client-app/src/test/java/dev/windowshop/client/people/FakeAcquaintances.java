package dev.windowshop.client.people;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A few people, and what was done about them.
public final class FakeAcquaintances implements Acquaintances {
  public final Map<String, User> everybody = new LinkedHashMap<>();
  public final Live<List<User>> contacts = new Live<>(List.of());
  public final Live<List<User>> blocked = new Live<>(List.of());
  public final List<Report.Filing> reports = new ArrayList<>();
  public final List<PresenceStatus> chosen = new ArrayList<>();

  /// What everything fails with; null while all is well.
  public @Nullable RuntimeException trouble;

  public FakeAcquaintances() {
    add("jonas", "Jonas Weber", "Trying the new bike", PresenceStatus.ONLINE);
    add("mira", "Mira Sand", "Sanding tables until six", PresenceStatus.BUSY);
    add("noor", "Noor Haddad", null, PresenceStatus.OFFLINE);
  }

  private void add(String name, String shown, @Nullable String bio, PresenceStatus status) {
    Instant seen = status == PresenceStatus.OFFLINE ? Instant.now().minusSeconds(7300) : null;
    everybody.put(name, new User(name, name, shown, null, bio, status, seen));
  }

  public User person0(String id) {
    User user = everybody.get(id);
    if (user == null) {
      throw ProblemException.notFound("user");
    }
    return user;
  }

  @Override
  public Live<List<User>> contacts() {
    return contacts;
  }

  @Override
  public Live<List<User>> blocked() {
    return blocked;
  }

  @Override
  public CompletableFuture<User> person(String userId) {
    return answer(() -> person0(userId));
  }

  @Override
  public CompletableFuture<User> named(String username) {
    return answer(() -> person0(username));
  }

  @Override
  public CompletableFuture<List<User>> find(String text) {
    return answer(() ->
        everybody.values().stream().filter(user -> user.username().startsWith(text)).toList());
  }

  @Override
  public CompletableFuture<Void> setContact(String userId, boolean contact) {
    return answer(() -> change(contacts, userId, contact));
  }

  @Override
  public CompletableFuture<Void> setBlocked(String userId, boolean block) {
    return answer(() -> change(blocked, userId, block));
  }

  private Void change(Live<List<User>> list, String userId, boolean in) {
    UnaryOperator<List<User>> change =
        before -> {
          List<User> now = new ArrayList<>(before);
          now.removeIf(user -> user.id().equals(userId));
          if (in) {
            now.addFirst(person0(userId));
          }
          return List.copyOf(now);
        };
    list.update(change);
    return null;
  }

  @Override
  public CompletableFuture<Void> choosePresence(PresenceStatus status) {
    return answer(() -> {
      chosen.add(status);
      return null;
    });
  }

  @Override
  public CompletableFuture<Void> report(Report.Filing filing) {
    return answer(() -> {
      reports.add(filing);
      return null;
    });
  }

  private <T> CompletableFuture<T> answer(java.util.function.Supplier<T> value) {
    if (trouble != null) {
      return CompletableFuture.failedFuture(trouble);
    }
    try {
      return CompletableFuture.completedFuture(value.get());
    } catch (ProblemException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
