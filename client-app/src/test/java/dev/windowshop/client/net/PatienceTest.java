package dev.windowshop.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final AtomicLong now = new AtomicLong();
  private final Patience patience = new Patience(now::get);

  private static Request get(String path) {
    return new Request.Builder().url("https://relay.example.org" + path).build();
  }

  private static Problem tooMany(long seconds) {
    return Problem.of(ProblemType.RATE_LIMITED, "Too many searches.").withRetryAfter(seconds);
  }

  @Test
  void whatWasTooMuchIsNotAskedAgainBeforeItsTime() {
    patience.check(get("/products?q=lamp"));
    patience.heard(get("/products?q=lamp"), tooMany(10));
    now.addAndGet(TimeUnit.SECONDS.toNanos(4));
    ProblemException early =
        assertThrows(ProblemException.class, () -> patience.check(get("/products?q=lamps")));
    assertEquals(ProblemType.RATE_LIMITED, early.type());
    assertEquals(6L, early.problem().retryAfter());
    now.addAndGet(TimeUnit.SECONDS.toNanos(6));
    patience.check(get("/products?q=lamps"));
  }

  @Test
  void lookingAroundIsNotSearching() {
    patience.heard(get("/products?q=lamp"), tooMany(10));
    patience.check(get("/products?sort=newest"));
    patience.check(get("/users?q=ann"));
  }

  @Test
  void otherRefusalsHoldNothingBack() {
    patience.heard(get("/me"), Problem.of(ProblemType.NOT_FOUND, "There is none."));
    patience.heard(get("/me"), Problem.of(ProblemType.RATE_LIMITED, "Too many."));
    patience.check(get("/me"));
  }
}
