package dev.windowshop.relay.interest;

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
        text(interaction.type()),
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
            SELECT product_id FROM interactions WHERE actor = :actor AND type = 'purchase'
            UNION SELECT product_id FROM never_again WHERE actor = :actor
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
              (SELECT * FROM interactions WHERE at >= :since
               ORDER BY at DESC LIMIT :limit) newest
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

  /// Of what is about to be deleted, remembers the purchases as that and nothing more.
  void keepFromReturning(Handle handle, String actor) {
    handle
        .createUpdate(
            """
            INSERT INTO never_again (actor, product_id)
            SELECT DISTINCT actor, product_id FROM interactions
            WHERE actor = :actor AND type = 'purchase' ON CONFLICT DO NOTHING
            """)
        .bind("actor", actor)
        .execute();
  }

  /// As the other, of one product.
  void keepFromReturning(Handle handle, String actor, String productId) {
    handle
        .createUpdate(
            """
            INSERT INTO never_again (actor, product_id)
            SELECT DISTINCT actor, product_id FROM interactions
            WHERE actor = :actor AND product_id = :product AND type = 'purchase'
            ON CONFLICT DO NOTHING
            """)
        .bind("actor", actor)
        .bind("product", productId)
        .execute();
  }

  int delete(Handle handle, String actor) {
    return handle
        .createUpdate("DELETE FROM interactions WHERE actor = :actor")
        .bind("actor", actor)
        .execute();
  }

  int delete(Handle handle, String actor, String productId) {
    return handle
        .createUpdate("DELETE FROM interactions WHERE actor = :actor AND product_id = :product")
        .bind("actor", actor)
        .bind("product", productId)
        .execute();
  }

  int delete(Handle handle, String actor, String productId, Interaction.Type type) {
    return handle
        .createUpdate(
            """
            DELETE FROM interactions
            WHERE actor = :actor AND product_id = :product AND type = :type
            """)
        .bind("actor", actor)
        .bind("product", productId)
        .bind("type", text(type))
        .execute();
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
    delete(handle, guest);
  }

  private static String text(Interaction.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /// One that a newer relay stored counts as nothing here.
  private static Interaction.Type type(String text) {
    for (Interaction.Type type : Interaction.Type.values()) {
      if (text(type).equals(text)) {
        return type;
      }
    }
    return Interaction.Type.UNKNOWN;
  }
}
