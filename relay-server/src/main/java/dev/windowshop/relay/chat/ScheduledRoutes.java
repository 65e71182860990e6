package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;

/// REST of what is to be sent later.
final class ScheduledRoutes {
  private static final String ALL = Protocol.API + "/scheduled";
  private static final String ONE = ALL + "/:scheduled";

  private final ScheduledService scheduled;

  ScheduledRoutes(ScheduledService scheduled) {
    this.scheduled = scheduled;
  }

  void register(HttpApi api) {
    api.post(Protocol.API + "/conversations/:conversation/scheduled", Access.USER, this::schedule);
    api.get(
        ALL,
        Access.USER,
        request ->
            Response.ok(
                request.part(
                    scheduled.list(user(request), request.query("conversationId")).items())));
    api.get(ONE, Access.USER, request -> Response.ok(scheduled.get(user(request), id(request))));
    api.patch(
        ONE,
        Access.USER,
        request ->
            Response.ok(
                scheduled.change(
                    user(request), id(request), request.body(ScheduledMessage.Change.class))));
    api.post(
        ONE + "/send",
        Access.USER,
        request -> Response.ok(scheduled.send(user(request), id(request))));
    api.delete(
        ONE,
        Access.USER,
        request -> {
          scheduled.cancel(user(request), id(request));
          return Response.noContent();
        });
  }

  private Response schedule(Request request) {
    ScheduledService.Kept kept =
        scheduled.schedule(
            user(request),
            request.pathId("conversation"),
            request.body(ScheduledMessage.Schedule.class));
    return kept.created() ? Response.created(kept.message()) : Response.ok(kept.message());
  }

  private static String id(Request request) {
    return request.pathId("scheduled");
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
