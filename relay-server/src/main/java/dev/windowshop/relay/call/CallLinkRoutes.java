package dev.windowshop.relay.call;

import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;

/// Links into calls.
final class CallLinkRoutes {
  private static final String OF_CALL = Protocol.API + "/calls/:call/links";
  private static final String OWN = Protocol.API + "/call-links";
  private static final String ONE = OWN + "/:link";

  private final CallLinks links;

  CallLinkRoutes(CallLinks links) {
    this.links = links;
  }

  void register(HttpApi api) {
    api.post(OF_CALL, Access.USER, this::create);
    api.get(
        OF_CALL,
        Access.USER,
        request -> Response.ok(links.of(user(request), request.pathId("call"))));
    api.get(OWN, Access.USER, request -> Response.ok(links.own(user(request))));
    api.get(ONE, Access.USER, request -> Response.ok(links.preview(user(request), token(request))));
    api.delete(
        ONE,
        Access.USER,
        request -> {
          links.revoke(user(request), request.pathId("link"));
          return Response.noContent();
        });
  }

  private Response create(Request request) {
    request.count(Limit.INVITES);
    return Response.created(
        links.create(user(request), request.pathId("call"), request.body(CallLink.Create.class)));
  }

  private static String token(Request request) {
    String token = request.path("link");
    if (!token.matches("[A-Za-z0-9_-]{8,64}")) {
      throw ProblemException.notFound("link");
    }
    return token;
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
