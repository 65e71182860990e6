package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.util.Map;

/// What codes in mails are asked for and brought back to.
final class EmailRoutes {
  private static final String AUTH = Protocol.API + "/auth";
  private static final String ME = Protocol.API + "/me";

  private final EmailService emails;

  EmailRoutes(EmailService emails) {
    this.emails = emails;
  }

  void register(HttpApi api) {
    api.post(AUTH + "/forgot", Access.PUBLIC, this::forgot);
    api.post(AUTH + "/reset", Access.PUBLIC, this::reset);
    api.post(AUTH + "/verify-email", Access.PUBLIC, this::confirm);
    api.get(ME + "/security", Access.USER, this::security);
    api.post(ME + "/email", Access.USER, this::change);
    api.post(ME + "/email/verification", Access.USER, this::verify);
  }

  private Response forgot(Request request) {
    request.countAddress(Limit.PASSWORD_RESET_ADDRESS);
    emails.forgot(request.body(Auth.Forgot.class));
    return Response.accepted(Map.of());
  }

  private Response reset(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    emails.reset(request.body(Auth.Reset.class));
    return Response.noContent();
  }

  private Response confirm(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    emails.confirm(request.body(Auth.VerifyEmail.class));
    return Response.noContent();
  }

  private Response security(Request request) {
    return AuthRoutes.secret(Response.ok(emails.security(request.principal())));
  }

  private Response change(Request request) {
    boolean waits = emails.change(request.principal(), request.body(Auth.EmailChange.class));
    return waits ? Response.accepted(Map.of()) : Response.noContent();
  }

  private Response verify(Request request) {
    emails.verify(request.principal());
    return Response.accepted(Map.of());
  }
}
