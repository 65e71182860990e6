package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people's other devices that they have read what they answered. The mark itself is stored
/// with the message; the item of `/sync` follows a moment later, one for many messages, since its
/// counter belongs to the person: taken with each message it would have conversations wait for each
/// other. Any thread.
final class SentMarks {
  private static final Logger LOG = LoggerFactory.getLogger(SentMarks.class);
  private static final int GATHER_MILLIS = 50;
  private static final Executor FLUSHES = task -> Thread.ofVirtual().name("sent-marks").start(task);

  private record Key(String userId, String conversationId) {}

  private record Told(Effect.HasRead read, Sync.PersonalItem item) {}

  private final Database database;
  private final Broadcaster broadcaster;
  private final PersonalRepository personal;

  /// Guarded by this, as is whether a flush is planned.
  private Map<Key, Effect.HasRead> waiting = new HashMap<>();

  private boolean planned;

  SentMarks(Database database, Broadcaster broadcaster, PersonalRepository personal) {
    this.database = database;
    this.broadcaster = broadcaster;
    this.personal = personal;
  }

  synchronized void add(Effect.HasRead read) {
    merge(read);
    if (!planned) {
      planned = true;
      CompletableFuture.delayedExecutor(GATHER_MILLIS, TimeUnit.MILLISECONDS, FLUSHES)
          .execute(this::flush);
    }
  }

  private void merge(Effect.HasRead read) {
    waiting.merge(new Key(read.userId(), read.conversationId()), read, SentMarks::newer);
  }

  private static Effect.HasRead newer(Effect.HasRead before, Effect.HasRead now) {
    boolean same = before.from() != null && before.from().equals(now.from());
    return new Effect.HasRead(
        now.userId(),
        same ? now.from() : null,
        now.conversationId(),
        Math.max(before.seq(), now.seq()));
  }

  private void flush() {
    List<Effect.HasRead> reads = take();
    // In one order for everybody, so that no two wait for each other.
    reads.sort(
        Comparator.comparing(Effect.HasRead::userId).thenComparing(Effect.HasRead::conversationId));
    try {
      database.write(
          handle -> {
            List<Told> told = new ArrayList<>();
            for (Effect.HasRead read : reads) {
              Sync.@Nullable PersonalItem item =
                  personal.raise(
                      handle,
                      read.userId(),
                      ReceiptService.READ,
                      read.conversationId(),
                      Json.mapper().createObjectNode().put("seq", read.seq()));
              if (item != null) {
                told.add(new Told(read, item));
              }
            }
            return told;
          },
          told -> told.forEach(this::tell));
    } catch (RuntimeException e) {
      LOG.info("read marks of the sent are told to other devices later: {}", e.getMessage());
      again(reads);
    }
  }

  /// They go with the next.
  private synchronized void again(List<Effect.HasRead> reads) {
    reads.forEach(this::merge);
  }

  private synchronized List<Effect.HasRead> take() {
    List<Effect.HasRead> reads = new ArrayList<>(waiting.values());
    waiting = new HashMap<>();
    planned = false;
    return reads;
  }

  private void tell(Told told) {
    ServerEvent event = new ServerEvent.PersonalChanged(told.item());
    if (told.read().from() == null) {
      broadcaster.toUsers(List.of(told.read().userId()), event);
    } else {
      broadcaster.toOtherDevices(told.read().from(), event);
    }
  }
}
