package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what somebody decides for themselves, shows it at once and tells the relay when it
/// is there. Any thread; works on the `chat` thread.
final class PersonalService implements Personals {
  private static final Logger LOG = LoggerFactory.getLogger(PersonalService.class);
  private static final Personal NOTHING = new Personal(null, null, null, null, null, null);

  private static final long DRAFT_MILLIS = 500;

  private final Map<String, Optional<Personal.Draft>> drafts = new ConcurrentHashMap<>();
  private final Workers workers;
  private final ChatStores stores;
  private final RelayClient relay;
  private final Shelf shelf;
  private final RelayThread thread;
  private final BooleanSupplier online;

  PersonalService(
      ChatStores stores,
      RelayClient relay,
      Shelf shelf,
      RelayThread thread,
      Workers workers,
      BooleanSupplier online) {
    this.workers = workers;
    this.stores = stores;
    this.relay = relay;
    this.shelf = shelf;
    this.thread = thread;
    this.online = online;
  }

  @Override
  public Live<Map<String, Own>> own() {
    return shelf.own();
  }

  @Override
  public void mute(String conversationId, boolean on, @Nullable Instant until) {
    change(
        conversationId,
        kept -> kept.flagged(on, null, null),
        own -> new Own(own.unread(), on ? until : null, own.draft()),
        told ->
            new Personal(
                on,
                on ? until : null,
                told.pinned(),
                told.archived(),
                told.unread(),
                told.draft()));
  }

  @Override
  public void pin(String conversationId, boolean on) {
    change(
        conversationId,
        kept -> kept.flagged(null, on, null),
        own -> own,
        told ->
            new Personal(
                told.muted(), told.mutedUntil(), on, told.archived(), told.unread(), told.draft()));
  }

  @Override
  public void archive(String conversationId, boolean on) {
    change(
        conversationId,
        kept -> kept.flagged(null, null, on),
        own -> own,
        told ->
            new Personal(
                told.muted(), told.mutedUntil(), told.pinned(), on, told.unread(), told.draft()));
  }

  @Override
  public void markUnread(String conversationId, boolean on) {
    change(
        conversationId,
        kept -> kept,
        own -> new Own(on, own.mutedUntil(), own.draft()),
        told ->
            new Personal(
                told.muted(), told.mutedUntil(), told.pinned(), told.archived(), on, told.draft()));
  }

  /// Written down once somebody pauses; [#flush] writes what waits.
  @Override
  public void draft(String conversationId, Personal.@Nullable Draft draft) {
    boolean waits = drafts.put(conversationId, Optional.ofNullable(draft)) != null;
    if (!waits) {
      workers.timer().schedule(() -> flush(conversationId), DRAFT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void flush(String conversationId) {
    Optional<Personal.Draft> draft = drafts.remove(conversationId);
    if (draft != null) {
      keep(conversationId, draft.orElse(null));
    }
  }

  /// Before the end.
  void flush() {
    drafts.keySet().forEach(this::flush);
  }

  private void keep(String conversationId, Personal.@Nullable Draft draft) {
    change(
        conversationId,
        kept -> kept,
        own -> new Own(own.unread(), own.mutedUntil(), draft),
        told ->
            new Personal(
                told.muted(),
                told.mutedUntil(),
                told.pinned(),
                told.archived(),
                told.unread(),
                draft == null ? new Personal.Draft("", null) : draft));
  }

  private void change(
      String id,
      UnaryOperator<KeptConversation> shown,
      UnaryOperator<Own> own,
      UnaryOperator<Personal> told) {
    thread.run(() -> {
      boolean changed =
          stores
              .database()
              .write(connection -> {
                KeptConversation kept = stores.conversations().find(connection, id);
                PersonalStore.Kept mine = stores.personal().find(connection, id);
                Own now = own.apply(mine.own());
                if (kept == null) {
                  return false;
                }
                KeptConversation flagged = shown.apply(kept);
                if (flagged.equals(kept) && now.equals(mine.own())) {
                  return false;
                }
                stores.conversations().put(connection, flagged);
                Personal untold = told.apply(mine.untold() == null ? NOTHING : mine.untold());
                stores
                    .personal()
                    .put(connection, new PersonalStore.Kept(id, now, kept.left() ? null : untold));
                return true;
              })
              .join();
      if (changed) {
        shelf.changed(id);
        tell();
      }
    });
  }

  /// On the `chat` thread: tells what the relay does not know yet.
  void tell() {
    if (!online.getAsBoolean()) {
      return;
    }
    List<PersonalStore.Kept> untold = stores.database().read(stores.personal()::untold);
    for (PersonalStore.Kept kept : untold) {
      Personal telling = kept.untold();
      if (telling == null) {
        continue;
      }
      try {
        relay.put("/conversations/" + kept.conversationId() + "/personal", telling);
      } catch (ProblemException e) {
        if (e.problem().status() >= 500 || e.problem().status() == 429) {
          throw e;
        }
        LOG.debug("not taken: {}", e.getMessage());
      }
      stores
          .database()
          .execute(connection -> {
            PersonalStore.Kept now = stores.personal().find(connection, kept.conversationId());
            if (telling.equals(now.untold())) {
              stores
                  .personal()
                  .put(connection, new PersonalStore.Kept(now.conversationId(), now.own(), null));
            }
          })
          .join();
    }
  }
}
