package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.Actor;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes in what shoppers did, and forgets it. Blocks its caller, a virtual thread.
final class InteractionService {
  static final int MOST = 500;

  /// A time before this is that of a clock which is wrong.
  static final Duration OLDEST = Duration.ofDays(365);

  private static final long LONGEST_DWELL = Duration.ofHours(24).toMillis();
  private static final int LIST_LENGTH = 40;

  private final Database database;
  private final CatalogueService catalogue;
  private final Clock clock;
  private final EngineFeed engine;
  private final InteractionRepository interactions = new InteractionRepository();
  private final ImpressionRepository impressions = new ImpressionRepository();
  private final ForgottenRepository forgotten = new ForgottenRepository();

  InteractionService(
      Database database, CatalogueService catalogue, Clock clock, EngineFeed engine) {
    this.database = database;
    this.catalogue = catalogue;
    this.clock = clock;
    this.engine = engine;
  }

  /// Takes all or, when one is wrong, none. What counts as nothing is left out, so that a client
  /// which was away for long, or is newer than we are, is not stuck with it.
  Interaction.Taken record(Actor actor, @Nullable Interaction[] asked) {
    if (asked.length > MOST) {
      throw new ProblemException(
          ProblemType.INVALID, "Send " + MOST + " interactions at a time at most.");
    }
    Instant now = clock.instant();
    Map<String, String> errors = new LinkedHashMap<>();
    List<Interaction> counted = new ArrayList<>();
    for (int i = 0; i < asked.length; i++) {
      Interaction interaction = asked[i];
      String wrong = wrong(interaction);
      if (wrong != null) {
        errors.put("[" + i + "]", wrong);
      } else if (interaction != null
          && interaction.type() != Interaction.Type.UNKNOWN
          && catalogue.catalogue().product(interaction.productId()) != null) {
        counted.add(clamped(interaction, now));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some interactions were refused.").withErrors(errors));
    }
    Kept kept =
        counted.isEmpty()
            ? Kept.NOTHING
            : database.write(
                handle -> keep(handle, actor.key(), counted),
                stored -> engine.happened(actor.key(), stored.fresh()));
    return new Interaction.Taken(kept.count(), asked.length - kept.count());
  }

  /// @param count of those that are kept, those known before included
  /// @param fresh those that were not known, which alone are learnt from
  private record Kept(int count, List<Interaction> fresh) {
    static final Kept NOTHING = new Kept(0, List.of());
  }

  private Kept keep(org.jdbi.v3.core.Handle handle, String actor, List<Interaction> counted) {
    if (forgotten.isPrivate(handle, actor)) {
      return Kept.NOTHING;
    }
    ForgottenRepository.Marks marks =
        forgotten.marks(
            handle,
            actor,
            counted.stream().map(Interaction::productId).collect(Collectors.toSet()));
    Map<Boolean, List<Interaction>> byKind =
        counted.stream()
            .filter(one -> !marks.covers(one.productId(), one.at()))
            .collect(Collectors.partitioningBy(one -> one.type() == Interaction.Type.IMPRESSION));
    List<Interaction> shown = byKind.getOrDefault(true, List.of());
    List<Interaction> done = byKind.getOrDefault(false, List.of());
    List<Interaction> fresh = new ArrayList<>(interactions.insert(handle, actor, done));
    fresh.addAll(impressions.insert(handle, actor, shown));
    return new Kept(done.size() + shown.size(), fresh);
  }

  /// Deletes what the actor did with a product; what was bought is still not offered again.
  void forget(Actor actor, String productId) {
    Instant now = clock.instant();
    database.write(
        handle -> {
          interactions.keepFromReturning(handle, actor.key(), productId);
          impressions.delete(handle, actor.key(), productId);
          forgotten.markProduct(handle, actor.key(), productId, now);
          return interactions.delete(handle, actor.key(), productId);
        },
        deleted -> engine.forgotten(actor.key(), productId));
  }

  /// Takes back what the actor did in one way only, for example "not interested".
  void takeBack(Actor actor, String productId, Interaction.Type type) {
    if (type == Interaction.Type.PURCHASE || type == Interaction.Type.UNKNOWN) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "This type cannot be taken back.");
    }
    database.write(
        handle -> {
          interactions.delete(handle, actor.key(), productId, type);
          return interactions.ofProduct(handle, actor.key(), productId);
        },
        rest -> engine.takenBack(actor.key(), productId, rest));
  }

  /// Deletes all that the actor ever did; what was bought is still not offered again.
  void forgetEverything(Actor actor) {
    Instant now = clock.instant();
    database.write(
        handle -> {
          interactions.keepFromReturning(handle, actor.key());
          impressions.delete(handle, actor.key());
          forgotten.markEverything(handle, actor.key(), now);
          return interactions.delete(handle, actor.key());
        },
        deleted -> engine.forgottenAll(actor.key()));
  }

  boolean isPrivate(Actor actor) {
    return database.read(handle -> forgotten.isPrivate(handle, actor.key()));
  }

  boolean setPrivate(Actor actor, boolean on) {
    return database.write(handle -> {
      forgotten.setPrivate(handle, actor.key(), on, clock.instant());
      return on;
    });
  }

  /// Drops what nothing is learnt from any more.
  void tidy() {
    Instant now = clock.instant();
    database.write(handle ->
        impressions.deleteBefore(handle, now.minus(Duration.ofDays(90)))
            + forgotten.deleteMarksBefore(handle, now.minus(OLDEST)));
  }

  private static @Nullable String wrong(@Nullable Interaction interaction) {
    if (interaction == null) {
      return "must be an object";
    }
    if (interaction.id() == null || interaction.id().isEmpty() || interaction.id().length() > 64) {
      return "needs an id of 64 characters at most";
    }
    if (interaction.productId() == null) {
      return "needs a productId";
    }
    if (interaction.type() == null) {
      return "needs a type";
    }
    if (interaction.type() == Interaction.Type.PURCHASE) {
      return "may not be a purchase: those come from orders";
    }
    if (interaction.at() == null) {
      return "needs a time";
    }
    if (interaction.dwellMs() != null && interaction.dwellMs() < 0) {
      return "may not have a negative dwellMs";
    }
    if (interaction.list() != null && interaction.list().length() > LIST_LENGTH) {
      return "may name a list of " + LIST_LENGTH + " characters at most";
    }
    if (interaction.position() != null && interaction.position() < 0) {
      return "may not have a negative position";
    }
    Double propensity = interaction.propensity();
    if (propensity != null && !(propensity >= 0 && propensity <= 1)) {
      return "needs a propensity between 0 and 1";
    }
    return null;
  }

  /// Clocks are wrong: nothing is from the future, and nothing is older than all that counts.
  private static Interaction clamped(Interaction interaction, Instant now) {
    Instant oldest = now.minus(OLDEST);
    Instant at = interaction.at();
    Instant taken = at.isAfter(now) ? now : at.isBefore(oldest) ? oldest : at;
    Long dwell = interaction.dwellMs();
    return new Interaction(
        interaction.id(),
        interaction.productId(),
        interaction.type(),
        taken,
        dwell == null ? null : Math.min(dwell, LONGEST_DWELL),
        interaction.list(),
        interaction.position(),
        interaction.propensity());
  }
}
