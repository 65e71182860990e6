package dev.windowshop.relay.shopper;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.SavedAddress;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.order.AddressRules;
import dev.windowshop.relay.store.PersonalNews;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Address books. Thread-safe; blocks its caller.
final class AddressService {
  private static final int MOST = 50;
  private static final int LABEL = 80;

  private final Database database;
  private final AddressRepository addresses = new AddressRepository();
  private final PersonalNews news;
  private final Clock clock;

  AddressService(Database database, PersonalNews news, Clock clock) {
    this.database = database;
    this.news = news;
    this.clock = clock;
  }

  List<SavedAddress> list(String userId) {
    return database.read(handle -> addresses.list(handle, userId));
  }

  SavedAddress add(String userId, SavedAddress.Edit edit) {
    Order.Address address = check(edit);
    return change(
        userId,
        handle -> {
          List<SavedAddress> there = addresses.list(handle, userId);
          if (there.size() >= MOST) {
            throw new ProblemException(
                ProblemType.CONFLICT, "An address book holds " + MOST + " at most.");
          }
          Instant now = clock.instant();
          SavedAddress made =
              new SavedAddress(
                  Ids.newId(),
                  label(edit),
                  address,
                  there.isEmpty() || Boolean.TRUE.equals(edit.standard()),
                  now,
                  now);
          addresses.put(handle, userId, made);
          return made;
        });
  }

  SavedAddress put(String userId, String id, SavedAddress.Edit edit) {
    Order.Address address = check(edit);
    return change(
        userId,
        handle -> {
          SavedAddress there = find(handle, userId, id);
          SavedAddress next =
              new SavedAddress(
                  id,
                  label(edit),
                  address,
                  // There is always one that a checkout begins with.
                  there.standard() || Boolean.TRUE.equals(edit.standard()),
                  there.createdAt(),
                  clock.instant());
          addresses.put(handle, userId, next);
          return next;
        });
  }

  void delete(String userId, String id) {
    change(
        userId,
        handle -> {
          SavedAddress there = find(handle, userId, id);
          addresses.delete(handle, userId, id);
          List<SavedAddress> left = addresses.list(handle, userId);
          if (there.standard() && !left.isEmpty()) {
            SavedAddress next = left.getFirst();
            addresses.put(
                handle,
                userId,
                new SavedAddress(
                    next.id(),
                    next.label(),
                    next.address(),
                    true,
                    next.createdAt(),
                    next.updatedAt()));
          }
          return there;
        });
  }

  private SavedAddress find(Handle handle, String userId, String id) {
    return addresses
        .find(handle, userId, id)
        .orElseThrow(() -> ProblemException.notFound("address"));
  }

  private record Changed(SavedAddress address, Sync.PersonalItem item) {}

  private SavedAddress change(String userId, Function<Handle, SavedAddress> work) {
    return database
        .write(
            handle -> new Changed(work.apply(handle), news.changed(handle, userId, "addresses")),
            changed -> news.tell(userId, changed.item()))
        .address();
  }

  private static @Nullable String label(SavedAddress.Edit edit) {
    return edit.label() == null || edit.label().isBlank() ? null : edit.label().strip();
  }

  private static Order.Address check(SavedAddress.Edit edit) {
    Map<String, String> errors = new LinkedHashMap<>(AddressRules.errors(edit.address()));
    String label = edit.label();
    if (label != null
        && (label.length() > LABEL || label.chars().anyMatch(Character::isISOControl))) {
      errors.put("label", "may be one line of " + LABEL + " characters at most");
    }
    if (edit.address() == null || !errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some of it was refused.").withErrors(errors));
    }
    return AddressRules.tidied(edit.address());
  }
}
