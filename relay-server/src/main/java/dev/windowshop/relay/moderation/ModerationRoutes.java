package dev.windowshop.relay.moderation;

import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Report;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.Endpoint;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/reports` for everybody, `/moderation` for moderators.
final class ModerationRoutes {
  private static final String ROOT = Protocol.API + "/moderation";

  private final ReportService reports;
  private final ModerationService moderation;

  ModerationRoutes(ReportService reports, ModerationService moderation) {
    this.reports = reports;
    this.moderation = moderation;
  }

  void register(HttpApi api) {
    api.post(Protocol.API + "/reports", Access.USER, this::file);
    api.get(ROOT + "/reports", Access.USER, this::queue);
    api.post(
        ROOT + "/reports/:report/resolve",
        Access.USER,
        request ->
            Response.ok(
                moderation.resolve(
                    user(request), request.pathId("report"), request.body(Report.Resolve.class))));
    api.post(ROOT + "/messages/:target/hide", Access.USER, hide(Report.Kind.MESSAGE, true));
    api.post(ROOT + "/messages/:target/unhide", Access.USER, hide(Report.Kind.MESSAGE, false));
    api.post(ROOT + "/products/:target/hide", Access.USER, hide(Report.Kind.PRODUCT, true));
    api.post(ROOT + "/products/:target/unhide", Access.USER, hide(Report.Kind.PRODUCT, false));
    api.post(ROOT + "/stories/:target/hide", Access.USER, hide(Report.Kind.STORY, true));
    api.post(ROOT + "/stories/:target/unhide", Access.USER, hide(Report.Kind.STORY, false));
    api.post(
        ROOT + "/users/:user/suspend",
        Access.USER,
        request -> {
          moderation.suspend(user(request), request.pathId("user"), request.body(Report.Act.class));
          return Response.noContent();
        });
    api.post(
        ROOT + "/users/:user/unsuspend",
        Access.USER,
        request -> {
          moderation.unsuspend(
              user(request), request.pathId("user"), request.body(Report.Act.class));
          return Response.noContent();
        });
    api.get(ROOT + "/log", Access.USER, this::log);
  }

  private Response file(Request request) {
    request.count(Limit.REPORTS);
    ReportService.Filed filed = reports.file(user(request), request.body(Report.Filing.class));
    return filed.created() ? Response.created(filed.report()) : Response.ok(filed.report());
  }

  private Response queue(Request request) {
    String name = request.query("state");
    Report.State state =
        switch (name == null ? "open" : name) {
          case "open" -> Report.State.OPEN;
          case "resolved" -> Report.State.RESOLVED;
          case String other ->
              throw new ProblemException(
                  ProblemType.BAD_REQUEST, "state must be open or resolved, not '" + other + "'.");
        };
    int limit = request.limit();
    return page(
        moderation.reports(user(request), state, after(request), limit + 1), limit, Report::id);
  }

  private Response log(Request request) {
    int limit = request.limit();
    return page(moderation.log(user(request), after(request), limit + 1), limit, Report.Entry::id);
  }

  private Endpoint hide(Report.Kind kind, boolean hidden) {
    return request -> {
      moderation.hide(
          user(request), kind, request.pathId("target"), hidden, request.body(Report.Act.class));
      return Response.noContent();
    };
  }

  private static @Nullable String after(Request request) {
    List<String> place = Cursor.parse(request.query("cursor"), 1);
    return place == null ? null : Cursor.id(place.getFirst());
  }

  private static <T> Response page(List<T> found, int limit, Function<T, String> id) {
    return Response.ok(
        found.size() <= limit
            ? new Page<>(found, null)
            : new Page<>(found.subList(0, limit), Cursor.of(id.apply(found.get(limit - 1)))));
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
