package dev.windowshop.relay.store;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.relay.db.Bulk;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What shoppers did, in SQL. Stateless.
public final class InteractionRepository {
  /// One of them, as the recommender wants it.
  record Event(String actor, String productId, Interaction.Type type, Instant at) {}

  /// Those with an id that the actor has used before are left out.
  public void insert(Handle handle, String actor, List<Interaction> interactions) {
    try (Bulk rows = rows(handle)) {
      interactions.forEach(interaction -> add(rows, actor, interaction));
    }
  }

  /// For interactions of several actors, see [#add].
  public Bulk rows(Handle handle) {
    return new Bulk(
        handle,
        """
        INSERT INTO interactions (actor, id, product_id, type, at, dwell_ms)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """);
  }

  public void add(Bulk rows, String actor, Interaction interaction) {
    rows.add(
        actor,
        interaction.id(),
        interaction.productId(),
        interaction.type().name().toLowerCase(Locale.ROOT),
        interaction.at().toEpochMilli(),
        interaction.dwellMs());
  }

  /// The newest first.
  List<Event> ofActor(Handle handle, String actor, Instant since, int limit) {
    return handle
        .createQuery(
            """
            SELECT actor, product_id, type, at FROM interactions
            WHERE actor = :actor AND at >= :since ORDER BY at DESC LIMIT :limit
            """)
        .bind("actor", actor)
        .bind("since", since.toEpochMilli())
        .bind("limit", limit)
        .map((rs, context) ->
            new Event(
                rs.getString(1),
                rs.getString(2),
                type(rs.getString(3)),
                Instant.ofEpochMilli(rs.getLong(4))))
        .list();
  }

  Set<String> purchasedBy(Handle handle, String actor) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT product_id FROM interactions WHERE actor = :actor AND type = 'purchase'
            """)
        .bind("actor", actor)
        .mapTo(String.class)
        .set();
  }

  /// The newest of all, by actor and time.
  List<Event> recent(Handle handle, Instant since, int limit) {
    return handle
        .createQuery(
            """
            SELECT actor, product_id, type, at FROM
              (SELECT * FROM interactions WHERE at >= :since AND type <> 'impression'
               ORDER BY at DESC LIMIT :limit)
            ORDER BY actor, at
            """)
        .bind("since", since.toEpochMilli())
        .bind("limit", limit)
        .map((rs, context) ->
            new Event(
                rs.getString(1),
                rs.getString(2),
                type(rs.getString(3)),
                Instant.ofEpochMilli(rs.getLong(4))))
        .list();
  }

  /// A guest's become the user's.
  void takeOver(Handle handle, String guest, String userId) {
    handle
        .createUpdate(
            """
            INSERT INTO interactions (actor, id, product_id, type, at, dwell_ms)
            SELECT :user, id, product_id, type, at, dwell_ms FROM interactions
            WHERE actor = :guest ON CONFLICT DO NOTHING
            """)
        .bind("user", userId)
        .bind("guest", guest)
        .execute();
    handle
        .createUpdate("DELETE FROM interactions WHERE actor = :guest")
        .bind("guest", guest)
        .execute();
  }

  private static Interaction.Type type(String text) {
    return Interaction.Type.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
