package dev.windowshop.relay.story;

import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Story;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.util.List;

/// REST of stories.
final class StoryRoutes {
  private static final String ALL = Protocol.API + "/stories";
  private static final String ONE = ALL + "/:story";
  private static final String MUTE = ALL + "/mutes/:user";

  private final StoryService stories;

  StoryRoutes(StoryService stories) {
    this.stories = stories;
  }

  void register(HttpApi api) {
    api.post(ALL, Access.USER, this::post);
    api.get(ALL, Access.USER, this::list);
    api.get(ONE, Access.USER, request -> Response.ok(stories.get(user(request), story(request))));
    api.delete(
        ONE,
        Access.USER,
        request -> {
          stories.delete(user(request), story(request));
          return Response.noContent();
        });
    api.post(
        ONE + "/view",
        Access.USER,
        request -> {
          stories.view(user(request), story(request));
          return Response.noContent();
        });
    api.get(ONE + "/viewers", Access.USER, this::viewers);
    api.put(MUTE, Access.USER, request -> mute(request, true));
    api.delete(MUTE, Access.USER, request -> mute(request, false));
  }

  private Response post(Request request) {
    StoryService.Posted posted = stories.post(user(request), request.body(Story.Post.class));
    return posted.created() ? Response.created(posted.story()) : Response.ok(posted.story());
  }

  private Response list(Request request) {
    int limit = request.limit();
    String reader = user(request);
    StoryOrder.Key place = StoryOrder.place(Cursor.parse(request.query("cursor"), 3));
    List<Story.Group> rest =
        stories.list(reader).stream()
            .filter(group -> StoryOrder.isAfter(reader, group, place))
            .toList();
    List<Story.Group> shown = rest.subList(0, Math.min(limit, rest.size()));
    return Response.ok(
        new Page<>(shown, rest.size() > limit ? StoryOrder.cursor(reader, shown.getLast()) : null));
  }

  private Response viewers(Request request) {
    int limit = request.limit();
    List<String> cursor = Cursor.parse(request.query("cursor"), 1);
    List<Story.Viewer> all = stories.viewers(user(request), story(request));
    int from = cursor == null ? 0 : 1 + place(all, cursor.getFirst());
    int to = Math.min(all.size(), from + limit);
    List<Story.Viewer> shown = all.subList(Math.min(from, to), to);
    return Response.ok(
        new Page<>(shown, to < all.size() ? Cursor.of(shown.getLast().user().id()) : null));
  }

  private static int place(List<Story.Viewer> all, String userId) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).user().id().equals(userId)) {
        return i;
      }
    }
    throw Cursor.bad();
  }

  private Response mute(Request request, boolean muted) {
    stories.mute(user(request), request.pathId("user"), muted);
    return Response.noContent();
  }

  private static String story(Request request) {
    return request.pathId("story");
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
