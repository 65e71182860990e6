package dev.windowshop.relay.store;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes in what shoppers did. Blocks its caller, a virtual thread.
final class InteractionService {
  static final int MOST = 500;
  private static final Duration OLDEST = Duration.ofDays(365);

  private final Database database;
  private final CatalogueService catalogue;
  private final InteractionRepository interactions = new InteractionRepository();
  private final Clock clock;

  InteractionService(Database database, CatalogueService catalogue, Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// Takes all or, when one is wrong, none. Those of products that are gone are left out, so that a
  /// client which was away for long is not stuck with them.
  ///
  /// @return how many were kept, those known before included
  int record(Actor actor, @Nullable Interaction[] asked) {
    if (asked.length > MOST) {
      throw new ProblemException(
          ProblemType.INVALID, "Send " + MOST + " interactions at a time at most.");
    }
    Instant now = clock.instant();
    Map<String, String> errors = new LinkedHashMap<>();
    List<Interaction> kept = new ArrayList<>();
    for (int i = 0; i < asked.length; i++) {
      Interaction interaction = asked[i];
      String wrong = wrong(interaction);
      if (wrong != null) {
        errors.put("[" + i + "]", wrong);
      } else if (interaction != null
          && catalogue.catalogue().product(interaction.productId()) != null
          && interaction.at().isAfter(now.minus(OLDEST))) {
        kept.add(interaction.at().isAfter(now) ? at(interaction, now) : interaction);
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some interactions were refused.").withErrors(errors));
    }
    if (!kept.isEmpty()) {
      database.write(handle -> {
        interactions.insert(handle, actor.key(), kept);
        return true;
      });
    }
    return kept.size();
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
    return null;
  }

  private static Interaction at(Interaction interaction, Instant at) {
    return new Interaction(
        interaction.id(), interaction.productId(), interaction.type(), at, interaction.dwellMs());
  }
}
