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
  private final IdentityService identities;

  ExternalRoutes(ExternalSignInService signIns, IdentityService identities) {
    this.signIns = signIns;
    this.identities = identities;
  }

  void register(HttpApi api) {
    api.get(AUTH + "/providers", Access.PUBLIC, request -> Response.ok(signIns.providers()));
    api.post(AUTH + "/oidc/start", Access.PUBLIC, this::start);
    api.post(AUTH + "/oidc/finish", Access.PUBLIC, this::finish);
    api.post(AUTH + "/oidc/link", Access.PUBLIC, this::link);
    api.post(AUTH + "/oidc/connect", Access.USER, this::connect);
    api.delete(Protocol.API + "/me/identities", Access.USER, this::disconnect);
  }

  private Response start(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    return AuthRoutes.secret(Response.ok(signIns.start(request.body(Oidc.Start.class))));
  }

  private Response finish(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    Oidc.Finish asked = request.body(Oidc.Finish.class);
    return AuthRoutes.secret(
        Response.ok(signIns.finish(asked, AuthRoutes.device(request, asked.device()))));
  }

  private Response connect(Request request) {
    identities.connect(request.principal(), request.body(Oidc.Connect.class));
    return Response.noContent();
  }

  private Response disconnect(Request request) {
    identities.disconnect(request.principal(), request.body(Oidc.Disconnect.class));
    return Response.noContent();
  }

  private Response link(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    Oidc.Link asked = request.body(Oidc.Link.class);
    return AuthRoutes.secret(
        Response.ok(signIns.link(asked, AuthRoutes.device(request, asked.device()))));
  }
}
