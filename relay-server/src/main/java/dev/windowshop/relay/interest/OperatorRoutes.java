package dev.windowshop.relay.interest;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Has everything learnt anew on demand.
final class OperatorRoutes {
  private final RebuildService rebuilds;
  private final Supplier<String> health;
  private final Predicate<String> operates;

  /// @param operates whether the user with this id may
  OperatorRoutes(RebuildService rebuilds, Supplier<String> health, Predicate<String> operates) {
    this.rebuilds = rebuilds;
    this.health = health;
    this.operates = operates;
  }

  void register(HttpApi api) {
    api.post(Protocol.API + "/recommendations/rebuild", Access.USER, this::rebuild);
  }

  private Response rebuild(Request request) {
    if (!operates.test(request.principal().userId())) {
      throw ProblemException.forbidden("Only who runs this relay may do this.");
    }
    if (!rebuilds.runNow()) {
      throw new ProblemException(ProblemType.UNAVAILABLE, "The relay is stopping. Try again soon.");
    }
    return Response.accepted(Map.of("lastRun", health.get()));
  }
}
