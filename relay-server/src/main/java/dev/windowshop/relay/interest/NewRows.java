package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Inserts many, and tells which of them were not there: only those may count, also when the same
/// batch comes twice at once. Stateless.
final class NewRows {
  private static final int AT_ONCE = 100;

  private NewRows() {}

  /// @param sql with `<rows>` for the values; returns the id of each row that is new
  /// @param values of one, in the order of the statement
  static List<Interaction> of(
      Handle handle,
      String sql,
      List<Interaction> all,
      Function<Interaction, List<@Nullable Object>> values) {
    List<Interaction> fresh = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Interaction> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      Map<String, Interaction> byId = new HashMap<>();
      some.forEach(one -> byId.putIfAbsent(one.id(), one));
      for (String id : inserted(handle, sql, some, values)) {
        Interaction one = byId.get(id);
        if (one != null) {
          fresh.add(one);
        }
      }
    }
    return fresh;
  }

  private static List<String> inserted(
      Handle handle,
      String sql,
      List<Interaction> some,
      Function<Interaction, List<@Nullable Object>> values) {
    List<@Nullable Object> all = new ArrayList<>();
    some.forEach(one -> all.addAll(values.apply(one)));
    int columns = all.size() / some.size();
    String row = "(" + "?, ".repeat(columns - 1) + "?)";
    Query query =
        handle.createQuery(sql).define("rows", row + (", " + row).repeat(some.size() - 1));
    for (int i = 0; i < all.size(); i++) {
      query.bind(i, all.get(i));
    }
    return query.mapTo(String.class).list();
  }
}
