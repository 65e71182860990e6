package dev.windowshop.relay.people;

import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.account.Names;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.util.List;

/// One's own profile, and finding other people.
final class ProfileRoutes {
  private final ProfileService profiles;

  ProfileRoutes(ProfileService profiles) {
    this.profiles = profiles;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/me", Access.USER, this::me);
    api.patch(Protocol.API + "/me", Access.USER, this::patch);
    api.get(Protocol.API + "/users", Access.USER, this::search);
    api.get(Protocol.API + "/users/by-name/:name", Access.USER, this::named);
    api.get(Protocol.API + "/users/:user", Access.USER, this::user);
  }

  private Response me(Request request) {
    return Response.ok(profiles.me(request.principal().userId()));
  }

  private Response patch(Request request) {
    return Response.ok(profiles.patch(request.principal().userId(), request.body(Me.Patch.class)));
  }

  private Response search(Request request) {
    request.count(Limit.SEARCHES);
    String text = request.query("q");
    int limit = request.limit();
    List<String> place = Cursor.parse(request.query("cursor"), 1);
    if (text == null || text.isBlank() || text.length() > 254) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "q must be the beginning of a user name or a whole email.");
    }
    List<User> found =
        profiles.search(
            text, request.principal().userId(), place == null ? "" : place.getFirst(), limit + 1);
    if (found.size() <= limit) {
      return Response.ok(new Page<>(found, null));
    }
    List<User> shown = found.subList(0, limit);
    return Response.ok(new Page<>(shown, Cursor.of(Names.key(shown.getLast().username()))));
  }

  private Response user(Request request) {
    return Response.ok(profiles.user(request.principal().userId(), request.pathId("user")));
  }

  private Response named(Request request) {
    return Response.ok(profiles.named(request.principal().userId(), request.path("name")));
  }
}
