package dev.windowshop.relay.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Argon2id on two platform threads: it costs memory and CPU, so the rest waits or is told to come
/// back. Thread-safe.
public final class Passwords implements AutoCloseable {
  private static final int PARALLELISM = 1;
  private static final int LENGTH = 32;
  private static final int SALT = 16;

  private final Argon2Function function;

  /// Checked in place of a hash that is not there, so that answers take the same time.
  private final String nobody;

  private final ExecutorService pool =
      new ThreadPoolExecutor(
          2,
          2,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(64),
          Thread.ofPlatform().daemon().name("argon2-", 0).factory());

  public Passwords(PasswordCost cost) {
    this.function =
        Argon2Function.getInstance(cost.memoryKib(), cost.rounds(), PARALLELISM, LENGTH, Argon2.ID);
    this.nobody =
        "$argon2id$v=19$m=%d,t=%d,p=%d$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            .formatted(cost.memoryKib(), cost.rounds(), PARALLELISM);
  }

  /// @return the encoded hash, with its parameters and salt
  public String hash(String password) {
    return await(() -> Password.hash(password).addRandomSalt(SALT).with(function).getResult());
  }

  /// Whether the hash was made at another cost than new ones are.
  public boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(function);
  }

  /// @param hash null when there is no such user or no password: false, as slowly as a wrong one
  public boolean matches(String password, @Nullable String hash) {
    String encoded = hash == null ? nobody : hash;
    return await(() ->
        Password.check(password, encoded).with(Argon2Function.getInstanceFromHash(encoded)))
        && hash != null;
  }

  private <T> T await(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, pool).join();
    } catch (RejectedExecutionException e) {
      throw new ProblemException(
          Problem.of(ProblemType.UNAVAILABLE, "Too many are signing in. Try again in a moment.")
              .withRetryAfter(2));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
