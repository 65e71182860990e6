package dev.windowshop.relay.interest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What shoppers want forgotten, and who wants nothing remembered, in SQL. Stateless.
final class ForgottenRepository {
  private static final String EVERYTHING = "";

  /// Up to when an actor's doings are forgotten.
  static final class Marks {
    private final String actor;
    private final Map<String, Long> until;

    private Marks(String actor, Map<String, Long> until) {
      this.actor = actor;
      this.until = until;
    }

    boolean covers(String productId, Instant at) {
      long time = at.toEpochMilli();
      return !until.isEmpty()
          && (time <= until.getOrDefault(mark(actor, EVERYTHING), Long.MIN_VALUE)
              || time <= until.getOrDefault(mark(actor, productId), Long.MIN_VALUE));
    }
  }

  Marks marks(Handle handle, String actor, Collection<String> productIds) {
    List<String> marks = new ArrayList<>();
    marks.add(mark(actor, EVERYTHING));
    productIds.forEach(id -> marks.add(mark(actor, id)));
    Map<String, Long> until = new HashMap<>();
    handle
        .createQuery("SELECT mark, at FROM forgotten WHERE mark IN (<marks>)")
        .bindList("marks", marks)
        .map((rs, context) -> until.put(rs.getString(1), rs.getLong(2)))
        .list();
    return new Marks(actor, until);
  }

  void markProduct(Handle handle, String actor, String productId, Instant until) {
    put(handle, mark(actor, productId), until);
  }

  void markEverything(Handle handle, String actor, Instant until) {
    put(handle, mark(actor, EVERYTHING), until);
  }

  private static void put(Handle handle, String mark, Instant until) {
    handle
        .createUpdate(
            """
            INSERT INTO forgotten (mark, at) VALUES (:mark, :at)
            ON CONFLICT (mark) DO UPDATE SET at = excluded.at
            """)
        .bind("mark", mark)
        .bind("at", until.toEpochMilli())
        .execute();
  }

  /// After this nobody can tell of what lies so far back.
  int deleteMarksBefore(Handle handle, Instant time) {
    return handle
        .createUpdate("DELETE FROM forgotten WHERE at < :time")
        .bind("time", time.toEpochMilli())
        .execute();
  }

  boolean isPrivate(Handle handle, String actor) {
    return handle
        .createQuery("SELECT 1 FROM private_actors WHERE actor = :actor")
        .bind("actor", actor)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void setPrivate(Handle handle, String actor, boolean on, Instant now) {
    if (on) {
      handle
          .createUpdate(
              """
              INSERT INTO private_actors (actor, since) VALUES (:actor, :now) ON CONFLICT DO NOTHING
              """)
          .bind("actor", actor)
          .bind("now", now.toEpochMilli())
          .execute();
    } else {
      handle
          .createUpdate("DELETE FROM private_actors WHERE actor = :actor")
          .bind("actor", actor)
          .execute();
    }
  }

  private static String mark(String actor, String productId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((actor + "\n" + productId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
