package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;

/// REST of the ways into a group.
final class InviteRoutes {
  private static final String GROUP = Protocol.API + "/conversations/:conversation";
  private static final String ALL = Protocol.API + "/invites";
  private static final String ONE = ALL + "/:invite";
  private static final String LINK = Protocol.API + "/invite-links/:token";

  private final InviteService invites;

  InviteRoutes(InviteService invites) {
    this.invites = invites;
  }

  void register(HttpApi api) {
    api.post(GROUP + "/invites", Access.USER, this::create);
    api.get(
        GROUP + "/invites",
        Access.USER,
        request ->
            Response.ok(
                request.part(invites.of(user(request), request.pathId("conversation")).items())));
    api.post(
        GROUP + "/join",
        Access.USER,
        request -> entered(invites.join(user(request), request.pathId("conversation"))));
    api.post(GROUP + "/requests", Access.USER, this::ask);
    api.get(
        ALL,
        Access.USER,
        request -> Response.ok(request.part(invites.mine(user(request)).items())));
    api.post(
        ONE + "/accept",
        Access.USER,
        request ->
            Response.ok(invites.accept(user(request), request.pathId("invite")).conversation()));
    api.post(
        ONE + "/decline",
        Access.USER,
        request -> {
          invites.decline(user(request), request.pathId("invite"));
          return Response.noContent();
        });
    api.delete(
        ONE,
        Access.USER,
        request -> {
          invites.revoke(user(request), request.pathId("invite"));
          return Response.noContent();
        });
    api.get(LINK, Access.USER, request -> Response.ok(invites.preview(token(request))));
    api.post(
        LINK + "/accept",
        Access.USER,
        request -> entered(invites.follow(user(request), token(request))));
  }

  private Response create(Request request) {
    request.count(Limit.INVITES);
    return made(
        invites.create(
            user(request), request.pathId("conversation"), request.body(Invite.Create.class)));
  }

  private Response ask(Request request) {
    request.count(Limit.INVITES);
    return made(invites.request(user(request), request.pathId("conversation")));
  }

  private static Response made(InviteService.Made made) {
    return made.created() ? Response.created(made.invite()) : Response.ok(made.invite());
  }

  private static Response entered(InviteService.Entered entered) {
    return entered.joined()
        ? Response.created(entered.conversation())
        : Response.ok(entered.conversation());
  }

  private static String token(Request request) {
    String token = request.path("token");
    if (!token.matches("[A-Za-z0-9_-]{8,64}")) {
      throw ProblemException.notFound("invite");
    }
    return token;
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
