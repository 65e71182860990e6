package dev.windowshop.relay.account;

import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;

/// Signing in through a provider.
final class ExternalRoutes {
  private static final String AUTH = Protocol.API + "/auth";

  private final ExternalSignInService signIns;

  ExternalRoutes(ExternalSignInService signIns) {
    this.signIns = signIns;
  }

  void register(HttpApi api) {
    api.get(AUTH + "/providers", Access.PUBLIC, request -> Response.ok(signIns.providers()));
    api.post(AUTH + "/oidc/start", Access.PUBLIC, this::start);
    api.post(AUTH + "/oidc/finish", Access.PUBLIC, this::finish);
    api.post(AUTH + "/oidc/link", Access.PUBLIC, this::link);
  }

  private Response start(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    return AuthRoutes.secret(Response.ok(signIns.start(request.body(Oidc.Start.class))));
  }

  private Response finish(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    return AuthRoutes.secret(
        Response.ok(signIns.finish(request.body(Oidc.Finish.class), request.header("User-Agent"))));
  }

  private Response link(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    return AuthRoutes.secret(
        Response.ok(signIns.link(request.body(Oidc.Link.class), request.header("User-Agent"))));
  }
}
