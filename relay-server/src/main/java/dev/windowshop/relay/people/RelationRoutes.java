package dev.windowshop.relay.people;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/me/contacts` and `/me/blocks`.
final class RelationRoutes {
  private static final String CONTACTS = Protocol.API + "/me/contacts";
  private static final String BLOCKS = Protocol.API + "/me/blocks";

  private final RelationService relations;

  RelationRoutes(RelationService relations) {
    this.relations = relations;
  }

  void register(HttpApi api) {
    api.get(
        CONTACTS,
        Access.USER,
        request -> page(relations.contacts(user(request), place(request), request.limit())));
    api.put(
        CONTACTS + "/:user",
        Access.USER,
        request -> Response.ok(relations.addContact(user(request), request.pathId("user"))));
    api.post(
        CONTACTS,
        Access.USER,
        request -> Response.ok(relations.addContact(user(request), named(request))));
    api.delete(
        CONTACTS + "/:user",
        Access.USER,
        request -> {
          relations.removeContact(user(request), request.pathId("user"));
          return Response.noContent();
        });
    api.get(
        BLOCKS,
        Access.USER,
        request -> page(relations.blocks(user(request), place(request), request.limit())));
    api.put(
        BLOCKS + "/:user",
        Access.USER,
        request -> {
          relations.block(user(request), request.pathId("user"));
          return Response.noContent();
        });
    api.post(
        BLOCKS,
        Access.USER,
        request -> {
          relations.block(user(request), named(request));
          return Response.noContent();
        });
    api.delete(
        BLOCKS + "/:user",
        Access.USER,
        request -> {
          relations.unblock(user(request), request.pathId("user"));
          return Response.noContent();
        });
  }

  private static Response page(RelationService.Listing listing) {
    RelationRepository.Listed next = listing.next();
    return Response.ok(
        new Page<>(
            listing.people(),
            next == null ? null : Cursor.of(Long.toString(next.at()), next.userId())));
  }

  private static RelationRepository.@Nullable Listed place(Request request) {
    List<String> parts = Cursor.parse(request.query("cursor"), 2);
    if (parts == null) {
      return null;
    }
    try {
      return new RelationRepository.Listed(
          Cursor.id(parts.getLast()), Long.parseLong(parts.getFirst()));
    } catch (NumberFormatException e) {
      throw Cursor.bad();
    }
  }

  /// Who is meant, named in the body as conversations name people.
  private static String named(Request request) {
    String userId = request.body(User.Named.class).userId();
    if (userId == null || !Ids.isId(userId)) {
      throw ProblemException.invalid("userId", "is no user's id");
    }
    return userId;
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
