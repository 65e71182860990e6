package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.relay.db.Bulk;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What shoppers did, in SQL. Stateless.
public final class InteractionRepository {
  private static final int AT_ONCE = 2_000;

  /// One of them, as the recommender wants it.
  record Event(String actor, String productId, Interaction.Type type, Instant at) {}

  /// Those with an id that the actor has used before are left out.
  ///
  /// @return those that are new
  List<Interaction> insert(Handle handle, String actor, List<Interaction> interactions) {
    return NewRows.of(
        handle,
        """
        INSERT INTO interactions (actor, id, product_id, type, at, dwell_ms)
        VALUES <rows> ON CONFLICT DO NOTHING RETURNING id
        """,
        interactions,
        one ->
            Arrays.asList(
                actor,
                one.id(),
                one.productId(),
                text(one.type()),
                one.at().toEpochMilli(),
                one.dwellMs()));
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

  /// What an actor did with a product.
  List<Interaction> ofProduct(Handle handle, String actor, String productId) {
    return handle
        .createQuery(
            """
            SELECT id, product_id, type, at, dwell_ms FROM interactions
            WHERE actor = :actor AND product_id = :product ORDER BY at, id
            """)
        .bind("actor", actor)
        .bind("product", productId)
        .map((rs, context) ->
            new Interaction(
                rs.getString(1),
                rs.getString(2),
                type(rs.getString(3)),
                Instant.ofEpochMilli(rs.getLong(4)),
                rs.getObject(5) == null ? null : rs.getLong(5)))
        .list();
  }

  /// Ids of what must not be shown to an actor: bought, or not wanted.
  Set<String> hiddenFrom(Handle handle, String actor) {
    return handle
        .createQuery(
            """
            SELECT product_id FROM interactions
            WHERE actor = :actor AND type IN ('purchase', 'not_interested')
            UNION SELECT product_id FROM never_again WHERE actor = :actor
            """)
        .bind("actor", actor)
        .mapTo(String.class)
        .set();
  }

  /// Ids of what any of these bought and had forgotten, or bought in private.
  Set<String> neverAgain(Handle handle, Collection<String> actors) {
    return actors.isEmpty()
        ? Set.of()
        : handle
            .createQuery("SELECT product_id FROM never_again WHERE actor IN (<actors>)")
            .bindList("actors", List.copyOf(actors))
            .mapTo(String.class)
            .set();
  }

  /// Those of the products that an actor did something with.
  Set<String> touched(Handle handle, String actor, Collection<String> productIds) {
    return productIds.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                """
                SELECT DISTINCT product_id FROM interactions
                WHERE actor = :actor AND product_id IN (<products>)
                """)
            .bind("actor", actor)
            .bindList("products", List.copyOf(Set.copyOf(productIds)))
            .mapTo(String.class)
            .set();
  }

  /// The last products whose pages an actor looked at, the newest first.
  List<String> viewed(Handle handle, String actor, int limit) {
    return handle
        .createQuery(
            """
            SELECT product_id FROM interactions WHERE actor = :actor AND type = 'view'
            GROUP BY product_id ORDER BY max(at) DESC, product_id LIMIT :limit
            """)
        .bind("actor", actor)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /// Everything that everybody did, one by one, in no order.
  void forEach(Handle handle, Consumer<Event> to) {
    try (Stream<Event> events =
        handle
            .createQuery("SELECT actor, product_id, type, at FROM interactions")
            .setFetchSize(AT_ONCE)
            .map((rs, context) ->
                new Event(
                    rs.getString(1),
                    rs.getString(2),
                    type(rs.getString(3)),
                    Instant.ofEpochMilli(rs.getLong(4))))
            .stream()) {
      events.forEach(to);
    }
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

  /// What was bought and is to be remembered as nothing but that.
  void keepFromReturning(Handle handle, String actor, Collection<String> productIds) {
    try (Bulk rows =
        new Bulk(
            handle,
            "INSERT INTO never_again (actor, product_id) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      productIds.forEach(id -> rows.add(actor, id));
    }
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
