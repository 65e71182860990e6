package dev.windowshop.relay.idempotency;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs what came with an `Idempotency-Key` once, however often it is sent. Thread-safe; blocks its
/// caller.
public final class IdempotencyService {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int LONGEST_KEY = 200;

  /// What a request came to.
  ///
  /// @param body JSON
  public record Answer(int status, String body) {}

  private final Database database;
  private final IdempotencyRepository repository = new IdempotencyRepository();
  private final Clock clock;
  private final String process = Ids.newId();

  public IdempotencyService(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param route what the key is unique for, beside the user
  /// @param work is given an id that stays the same when a relay that died in the middle left it to
  ///   the next; must itself do with that id what was done already only once
  /// @throws ProblemException 400 without a key, 422 with another body, 409 while it still runs, or
  ///   whatever the work is refused with
  public Answer once(
      String userId,
      String route,
      @Nullable String key,
      byte[] body,
      Function<String, Answer> work) {
    IdempotencyRepository.Row row = claim(keyOf(userId, route, key), hash(body));
    if (row.status() != null && row.answer() != null) {
      return new Answer(row.status(), row.answer());
    }
    Answer answer;
    try {
      answer = work.apply(row.id());
    } catch (ProblemException e) {
      Problem problem = e.problem();
      if (problem.status() >= 500 || problem.status() == 429) {
        forget(row.id());
      } else {
        keep(row.id(), new Answer(problem.status(), Json.encode(problem)));
      }
      throw e;
    } catch (RuntimeException | Error e) {
      forget(row.id());
      throw e;
    }
    keep(row.id(), answer);
    return answer;
  }

  /// Forgets old keys; run now and then.
  public void tidy() {
    database.write(handle -> {
      repository.deleteBefore(handle, clock.instant().minus(KEPT));
      return true;
    });
  }

  private static IdempotencyRepository.Key keyOf(
      String userId, String route, @Nullable String key) {
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Send an Idempotency-Key of 1 to " + LONGEST_KEY + " characters with this.");
    }
    return new IdempotencyRepository.Key(userId, route, key);
  }

  private IdempotencyRepository.Row claim(IdempotencyRepository.Key key, String hash) {
    return database.write(handle -> {
      Instant now = clock.instant();
      IdempotencyRepository.Row mine =
          new IdempotencyRepository.Row(Ids.newId(), hash, process, null, null, now);
      if (repository.insert(handle, key, mine)) {
        return mine;
      }
      IdempotencyRepository.Row row = repository.find(handle, key).orElseThrow();
      if (row.createdAt().isBefore(now.minus(KEPT))) {
        repository.delete(handle, row.id());
        repository.insert(handle, key, mine);
        return mine;
      }
      if (!row.bodyHash().equals(hash)) {
        throw ProblemException.invalid("Idempotency-Key", "was used with another body before");
      }
      if (row.status() == null) {
        if (row.process().equals(process)) {
          throw new ProblemException(
              Problem.of(ProblemType.IN_PROGRESS, "This is still running. Ask again in a moment.")
                  .withRetryAfter(1));
        }
        repository.takeOver(handle, row.id(), process);
      }
      return row;
    });
  }

  private void keep(String id, Answer answer) {
    database.write(handle -> {
      repository.answer(handle, id, answer.status(), answer.body());
      return true;
    });
  }

  private void forget(String id) {
    database.write(handle -> {
      repository.delete(handle, id);
      return true;
    });
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
