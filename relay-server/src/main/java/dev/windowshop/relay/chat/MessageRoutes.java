package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;

/// REST of messages.
final class MessageRoutes {
  private static final String IN_CONVERSATION =
      Protocol.API + "/conversations/:conversation/messages";
  private static final String ONE = Protocol.API + "/messages/:message";
  private static final String SEARCH = Protocol.API + "/messages/search";
  private static final String REACTION = ONE + "/reactions/:emoji";

  private final MessageService messages;
  private final PollService polls;
  private final PinService pins;
  private final HistoryService history;
  private final PersonalService personal;
  private final MessageSearch search;

  MessageRoutes(
      MessageService messages,
      PollService polls,
      PinService pins,
      HistoryService history,
      PersonalService personal,
      MessageSearch search) {
    this.messages = messages;
    this.polls = polls;
    this.pins = pins;
    this.history = history;
    this.personal = personal;
    this.search = search;
  }

  void register(HttpApi api) {
    api.post(IN_CONVERSATION, Access.USER, this::send);
    api.get(IN_CONVERSATION, Access.USER, this::page);
    // Before the one with an id in this place.
    api.get(SEARCH, Access.USER, this::search);
    api.get(
        ONE, Access.USER, request -> Response.ok(messages.get(user(request), message(request))));
    api.put(
        ONE,
        Access.USER,
        request ->
            Response.ok(
                messages.edit(user(request), message(request), request.body(Message.Edit.class))));
    api.delete(
        ONE,
        Access.USER,
        request -> {
          String whom = request.query("for");
          if ("me".equals(whom)) {
            personal.hide(user(request), message(request));
          } else if (whom == null || whom.equals("everyone")) {
            messages.delete(user(request), message(request));
          } else {
            throw new ProblemException(
                ProblemType.BAD_REQUEST, "for must be me or everyone, not '" + whom + "'.");
          }
          return Response.noContent();
        });
    api.get(
        ONE + "/edits",
        Access.USER,
        request ->
            Response.ok(request.part(messages.edits(user(request), message(request)).items())));
    api.put(
        ONE + "/votes",
        Access.USER,
        request ->
            Response.ok(
                polls.vote(user(request), message(request), request.body(Poll.Vote.class))));
    api.post(
        ONE + "/close",
        Access.USER,
        request -> Response.ok(polls.close(user(request), message(request))));
    api.get(
        Protocol.API + "/conversations/:conversation/pins",
        Access.USER,
        request ->
            Response.ok(
                request.part(pins.list(user(request), request.pathId("conversation")).items())));
    api.put(
        ONE + "/pin",
        Access.USER,
        request -> Response.ok(pins.pin(user(request), message(request))));
    api.delete(
        ONE + "/pin",
        Access.USER,
        request -> Response.ok(pins.unpin(user(request), message(request))));
    api.put(REACTION, Access.USER, request -> react(request, true));
    api.delete(REACTION, Access.USER, request -> react(request, false));
  }

  private Response send(Request request) {
    MessageService.Sent sent =
        messages.send(
            user(request), request.pathId("conversation"), request.body(Message.Send.class));
    return sent.created() ? Response.created(sent.message()) : Response.ok(sent.message());
  }

  private Response page(Request request) {
    HistoryService.Part part =
        new HistoryService.Part(
            request.query("cursor"),
            request.queryLong("before"),
            request.queryLong("after"),
            request.queryLong("around"));
    return Response.ok(
        history.page(user(request), request.pathId("conversation"), part, request.limit()));
  }

  private Response search(Request request) {
    return Response.ok(
        search.find(
            user(request),
            request.query("q"),
            request.query("conversationId"),
            request.query("cursor"),
            request.limit()));
  }

  private Response react(Request request, boolean on) {
    return Response.ok(messages.react(user(request), message(request), request.path("emoji"), on));
  }

  private static String message(Request request) {
    return request.pathId("message");
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
