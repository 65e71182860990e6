package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.store.Actor;
import java.util.Locale;

/// What shoppers and guests did, and want forgotten.
final class InteractionRoutes {
  private final InteractionService interactions;

  InteractionRoutes(InteractionService interactions) {
    this.interactions = interactions;
  }

  void register(HttpApi api) {
    String recommendations = Protocol.API + "/recommendations";
    api.post(Protocol.API + "/interactions", Access.PUBLIC, this::record);
    api.delete(Protocol.API + "/interactions", Access.PUBLIC, this::delete);
    api.post(recommendations + "/forget", Access.PUBLIC, this::forget);
    api.get(recommendations + "/privacy", Access.PUBLIC, this::privacy);
    api.put(recommendations + "/privacy", Access.PUBLIC, this::setPrivacy);
  }

  private Response record(Request request) {
    request.count(Limit.INTERACTIONS);
    return Response.accepted(
        interactions.record(actor(request), request.body(Interaction[].class)));
  }

  /// Of one product, of one product and type, or everything.
  private Response delete(Request request) {
    request.count(Limit.INTERACTIONS);
    Actor actor = actor(request);
    String product = request.query("productId");
    String type = request.query("type");
    if (product == null && type != null) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "type goes with a productId only.");
    }
    if (product == null) {
      interactions.forgetEverything(actor);
    } else if (type == null) {
      interactions.forget(actor, product);
    } else {
      interactions.takeBack(actor, product, type(type));
    }
    return Response.noContent();
  }

  private static Interaction.Type type(String text) {
    for (Interaction.Type type : Interaction.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
        return type;
      }
    }
    throw new ProblemException(ProblemType.BAD_REQUEST, "There is no type '" + text + "'.");
  }

  private Response forget(Request request) {
    request.count(Limit.INTERACTIONS);
    String product = request.body(Recommendations.Forget.class).productId();
    if (product == null || product.isEmpty()) {
      throw ProblemException.invalid("productId", "is missing");
    }
    interactions.forget(actor(request), product);
    return Response.noContent();
  }

  private Response privacy(Request request) {
    return Response.ok(new Recommendations.Privacy(interactions.isPrivate(actor(request))))
        .withHeader("Cache-Control", "no-store");
  }

  private Response setPrivacy(Request request) {
    boolean on = request.body(Recommendations.Privacy.class).on();
    return Response.ok(new Recommendations.Privacy(interactions.setPrivate(actor(request), on)));
  }

  private static Actor actor(Request request) {
    Actor actor = Actor.of(request.optionalPrincipal(), request.guestId());
    if (actor == null) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Sign in, or send an id of your own making as " + Protocol.GUEST_HEADER + ".");
    }
    return actor;
  }
}
