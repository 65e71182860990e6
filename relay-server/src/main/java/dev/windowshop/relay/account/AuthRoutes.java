package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Signing up, in and out, and the devices one is signed in on.
final class AuthRoutes {
  private static final String AUTH = Protocol.API + "/auth";
  private static final String SESSIONS = Protocol.API + "/me/sessions";

  private final AccountService accounts;
  private final RefreshService refreshes;
  private final SessionService sessions;
  private final PasswordService passwords;

  AuthRoutes(
      AccountService accounts,
      RefreshService refreshes,
      SessionService sessions,
      PasswordService passwords) {
    this.accounts = accounts;
    this.refreshes = refreshes;
    this.sessions = sessions;
    this.passwords = passwords;
  }

  void register(HttpApi api) {
    api.post(AUTH + "/signup", Access.PUBLIC, this::signUp);
    api.post(AUTH + "/login", Access.PUBLIC, this::login);
    api.post(AUTH + "/refresh", Access.PUBLIC, this::refresh);
    api.post(AUTH + "/logout", Access.USER, this::logout);
    api.post(Protocol.API + "/me/password", Access.USER, this::changePassword);
    api.get(SESSIONS, Access.USER, this::list);
    api.delete(SESSIONS, Access.USER, this::endOthers);
    api.delete(SESSIONS + "/:session", Access.USER, this::end);
  }

  private Response signUp(Request request) {
    request.countAddress(Limit.SIGN_UP);
    Auth.SignUp asked = request.body(Auth.SignUp.class);
    return secret(Response.created(accounts.signUp(asked, device(request, asked.device()))));
  }

  private Response login(Request request) {
    request.countAddress(Limit.SIGN_IN_ADDRESS);
    Auth.Login asked = request.body(Auth.Login.class);
    return secret(Response.ok(accounts.login(asked, device(request, asked.device()))));
  }

  private Response refresh(Request request) {
    request.countAddress(Limit.TOKEN_REFRESH);
    return secret(
        Response.ok(
            refreshes.refresh(
                request.body(Auth.Refresh.class), request.header(Protocol.IDEMPOTENCY_HEADER))));
  }

  private Response logout(Request request) {
    sessions.end(request.principal(), request.principal().sessionId());
    return Response.noContent();
  }

  private Response changePassword(Request request) {
    passwords.change(request.principal(), request.body(Auth.PasswordChange.class));
    return Response.noContent();
  }

  private Response list(Request request) {
    int limit = request.limit();
    List<String> place = Cursor.parse(request.query("cursor"), 1);
    List<Auth.Session> found =
        sessions.list(
            request.principal(), place == null ? null : Cursor.id(place.getFirst()), limit + 1);
    return Response.ok(
        found.size() <= limit
            ? new Page<>(found, null)
            : new Page<>(found.subList(0, limit), Cursor.of(found.get(limit - 1).id())));
  }

  private Response end(Request request) {
    if (!sessions.end(request.principal(), request.pathId("session"))) {
      throw ProblemException.notFound("session");
    }
    return Response.noContent();
  }

  private Response endOthers(Request request) {
    sessions.endOthers(request.principal());
    return Response.noContent();
  }

  /// What the device is called among the sessions: what it says itself, else what its client is.
  static @Nullable String device(Request request, @Nullable String named) {
    String device = AccountRules.device(named);
    return device == null ? request.header("User-Agent") : device;
  }

  static Response secret(Response response) {
    return response.withHeader("Cache-Control", "no-store");
  }
}
