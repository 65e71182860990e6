package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /calls` and `GET /calls/ice-servers`.
final class CallRoutes {
  private final CallHistory history;
  private final IceServers iceServers;

  CallRoutes(CallHistory history, IceServers iceServers) {
    this.history = history;
    this.iceServers = iceServers;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/calls", Access.USER, this::list);
    api.get(Protocol.API + "/calls/ice-servers", Access.USER, this::iceServers);
  }

  private Response list(Request request) {
    String userId = request.principal().userId();
    int limit = request.limit();
    List<Call> found = history.of(userId, before(request.query("cursor")), limit + 1);
    List<Call> shown = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? cursor(shown.getLast().id()) : null;
    return Response.ok(new Page<>(shown.stream().map(call -> entry(call, userId)).toList(), next));
  }

  private Response iceServers(Request request) {
    return Response.ok(Map.of("iceServers", iceServers.forUser(request.principal().userId())));
  }

  private static Call.Entry entry(Call call, String userId) {
    return new Call.Entry(
        call.id(),
        call.conversationId(),
        call.initiatorId().equals(userId) ? Call.Direction.OUTGOING : Call.Direction.INCOMING,
        call.media(),
        call.state(),
        call.reason(),
        call.createdAt(),
        call.startedAt(),
        call.endedAt(),
        call.participants());
  }

  private static String cursor(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.US_ASCII));
  }

  private static @Nullable String before(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (Ids.isId(id)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
    throw badCursor();
  }

  private static ProblemException badCursor() {
    return new ProblemException(ProblemType.BAD_REQUEST, "That cursor is not one of ours.");
  }
}
