package dev.windowshop.relay.story;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.people.Permissions;
import dev.windowshop.relay.people.PersonalItems;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;

/// Stories, wired.
public final class StoryFeature {
  private final StoryRoutes routes;
  private final StorySweep sweep;
  private final StoryModeration moderation;
  private final StoryData data;

  public StoryFeature(
      Database database,
      StorySight sight,
      UserRepository users,
      StoryUploads uploads,
      Permissions permissions,
      PersonalItems personal,
      Broadcaster broadcaster,
      Limits limits,
      Clock clock) {
    StoryRepository stories = new StoryRepository();
    StoryViewRepository views = new StoryViewRepository();
    StoryReader reader = new StoryReader(users, uploads, views, permissions);
    StoryService service =
        new StoryService(
            database, stories, views, sight, reader, uploads, personal, broadcaster, limits, clock);
    this.routes = new StoryRoutes(service);
    this.sweep = new StorySweep(database, stories, service, clock);
    this.moderation = new StoryModeration(stories, sight, reader, service, clock);
    this.data = new StoryData(stories, views, service, broadcaster);
  }

  public void routes(HttpApi api) {
    routes.register(api);
  }

  public PersonalData personalData() {
    return data;
  }

  /// For moderators, inside their units of work.
  public StoryModeration moderation() {
    return moderation;
  }

  /// Removes what has expired; run now and then.
  ///
  /// @return how many were removed
  /// @throws ProblemException when the database can't be written
  public int sweep() {
    return sweep.run();
  }
}
