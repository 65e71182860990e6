package dev.windowshop.relay.people;

import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.Commands;
import dev.windowshop.relay.realtime.Presence;
import java.time.Clock;
import java.util.Map;

/// Profiles, settings, contacts and blocks, wired.
public final class PeopleFeature {
  private final Presence presence;
  private final ProfileService profiles;
  private final ProfileRoutes profileRoutes;
  private final SettingsRoutes settingsRoutes;
  private final RelationRoutes relationRoutes;

  public PeopleFeature(
      Database database,
      UserRepository users,
      Broadcaster broadcaster,
      Presence presence,
      SeenPeople seen,
      Avatars avatars,
      PersonalItems personal,
      PresenceNews presenceNews,
      Clock clock) {
    this.presence = presence;
    this.profiles =
        new ProfileService(
            database, users, presence, seen, avatars, personal, broadcaster, presenceNews, clock);
    this.profileRoutes = new ProfileRoutes(profiles);
    this.settingsRoutes =
        new SettingsRoutes(
            new SettingsService(
                database, new SettingsRepository(), personal, broadcaster, presenceNews));
    this.relationRoutes =
        new RelationRoutes(
            new RelationService(
                database,
                users,
                new RelationRepository(),
                seen,
                personal,
                broadcaster,
                presenceNews,
                clock));
  }

  public void routes(HttpApi api) {
    profileRoutes.register(api);
    settingsRoutes.register(api);
    relationRoutes.register(api);
  }

  public PersonalData personalData() {
    return new PeopleData();
  }

  public void commands(Commands commands) {
    commands.on(
        Command.SET_PRESENCE,
        Command.SetPresence.class,
        (socket, body) -> Map.of("status", profiles.choose(socket, body.status())));
    commands.on(
        Command.SET_IDLE,
        Command.SetIdle.class,
        (socket, body) -> {
          if (body.idle() == null) {
            throw ProblemException.invalid("idle", "is missing");
          }
          presence.idle(socket, body.idle());
          return Map.of("status", presence.status(socket.userId()));
        });
  }
}
