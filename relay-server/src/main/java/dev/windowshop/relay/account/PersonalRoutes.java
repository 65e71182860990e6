package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.http.TemporaryFile;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.personal.PersonalDataService;
import java.util.Map;

/// Taking one's data along, and deleting one's account.
final class PersonalRoutes {
  private final PersonalDataService data;
  private final PasswordService passwords;
  private final Limits limits;

  PersonalRoutes(PersonalDataService data, PasswordService passwords, Limits limits) {
    this.data = data;
    this.passwords = passwords;
    this.limits = limits;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/me/export", Access.USER, this::export);
    api.delete(Protocol.API + "/me", Access.USER, this::delete);
  }

  private Response export(Request request) {
    String userId = request.principal().userId();
    limits.take(Limit.DATA_EXPORT, userId);
    return new Response(
        200,
        new TemporaryFile(data.export(userId)),
        Map.of(
            "Content-Type", "application/zip",
            "Content-Disposition", "attachment; filename=\"windowshop-data.zip\"",
            "Cache-Control", "no-store"));
  }

  private Response delete(Request request) {
    Auth.Deletion asked =
        request.bodyBytes().length == 0
            ? new Auth.Deletion(null)
            : request.body(Auth.Deletion.class);
    passwords.confirm(request.principal(), asked.password());
    data.erase(request.principal().userId());
    return Response.noContent();
  }
}
