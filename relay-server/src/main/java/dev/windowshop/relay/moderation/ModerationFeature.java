package dev.windowshop.relay.moderation;

import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Reports and moderation, wired.
public final class ModerationFeature {
  private final ModerationRoutes routes;

  /// @param sessionEnded told the id of every session that a suspension ended
  public ModerationFeature(
      Database database,
      UserRepository users,
      Moderated moderated,
      Broadcaster broadcaster,
      Consumer<String> sessionEnded,
      Clock clock) {
    this.routes =
        new ModerationRoutes(
            new ReportService(database, users, moderated, broadcaster, clock),
            new ModerationService(database, users, moderated, broadcaster, sessionEnded, clock));
  }

  public static PersonalData personalData() {
    return new ModerationData();
  }

  /// Whether a moderator may see an attachment since a message with it was reported.
  public static boolean inspects(Handle handle, String attachmentId, String userId) {
    return new EvidenceRepository().isFor(handle, attachmentId, userId);
  }

  public void routes(HttpApi api) {
    routes.register(api);
  }
}
