package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.util.Objects;

/// REST of conversations, their members, and what changed.
final class ConversationRoutes {
  private static final String ALL = Protocol.API + "/conversations";
  private static final String ONE = ALL + "/:conversation";
  private static final String MEMBERS = ONE + "/members";
  private static final String MEMBER = MEMBERS + "/:member";

  private final ConversationService conversations;
  private final OpeningService opening;
  private final DescriptionService descriptions;
  private final MembershipService members;
  private final SyncService sync;
  private final PersonalService personal;

  ConversationRoutes(
      ConversationService conversations,
      OpeningService opening,
      DescriptionService descriptions,
      MembershipService members,
      SyncService sync,
      PersonalService personal) {
    this.conversations = conversations;
    this.opening = opening;
    this.descriptions = descriptions;
    this.members = members;
    this.sync = sync;
    this.personal = personal;
  }

  void register(HttpApi api) {
    api.post(ALL, Access.USER, this::open);
    api.get(ALL, Access.USER, this::list);
    api.get(
        ONE,
        Access.USER,
        request -> Response.ok(conversations.get(user(request), conversation(request))));
    api.patch(ONE, Access.USER, this::patch);
    api.get(
        MEMBERS,
        Access.USER,
        request -> Response.ok(request.part(members.list(user(request), conversation(request)))));
    api.post(MEMBERS, Access.USER, this::add);
    api.patch(MEMBER, Access.USER, this::setRole);
    api.delete(MEMBER, Access.USER, this::remove);
    api.put(
        ONE + "/personal",
        Access.USER,
        request ->
            Response.ok(
                personal.put(user(request), conversation(request), request.body(Personal.class))));
    api.post(ONE + "/transfer", Access.USER, this::transfer);
    api.get(ONE + "/changes", Access.USER, this::changes);
    api.post(Protocol.API + "/sync", Access.USER, this::sync);
  }

  private Response open(Request request) {
    request.count(Limit.CONVERSATIONS);
    OpeningService.Opened opened =
        opening.open(user(request), request.body(Conversation.Create.class));
    return opened.created()
        ? Response.created(opened.conversation())
        : Response.ok(opened.conversation());
  }

  private Response list(Request request) {
    return Response.ok(conversations.list(user(request), request.query("cursor"), request.limit()));
  }

  private Response patch(Request request) {
    return Response.ok(
        descriptions.patch(
            user(request), conversation(request), request.body(Conversation.Patch.class)));
  }

  private Response add(Request request) {
    request.count(Limit.INVITES);
    MembershipService.Added added =
        members.add(
            user(request), conversation(request), request.body(Conversation.AddMember.class));
    if (added.invite() != null) {
      return Response.accepted(added.invite());
    }
    return added.created()
        ? Response.created(Objects.requireNonNull(added.participant()))
        : Response.ok(Objects.requireNonNull(added.participant()));
  }

  private Response setRole(Request request) {
    return Response.ok(
        members.setRole(
            user(request),
            conversation(request),
            request.pathId("member"),
            request.body(Conversation.ChangeRole.class)));
  }

  private Response transfer(Request request) {
    Conversation.Transfer body = request.body(Conversation.Transfer.class);
    return Response.ok(
        members.setRole(
            user(request),
            conversation(request),
            Field.id("userId", body.userId()),
            new Conversation.ChangeRole(Role.OWNER)));
  }

  private Response remove(Request request) {
    members.remove(user(request), conversation(request), request.pathId("member"));
    return Response.noContent();
  }

  private Response changes(Request request) {
    Long after = request.queryLong("after");
    if (after == null || after < 0) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "after must be a counter, 0 or more.");
    }
    return Response.ok(sync.changes(user(request), conversation(request), after, request.limit()));
  }

  private Response sync(Request request) {
    return Response.ok(sync.sync(user(request), request.body(Sync.Request.class)));
  }

  private static String conversation(Request request) {
    return request.pathId("conversation");
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
