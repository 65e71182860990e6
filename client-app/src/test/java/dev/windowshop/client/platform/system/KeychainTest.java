package dev.windowshop.client.platform.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.github.javakeyring.BackendNotSupportedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class KeychainTest {
  @Test
  void aKeychainThatNeverAnswersIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    Keychain silent =
        new Keychain.OfSystem(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new BackendNotSupportedException("it never came");
            },
            Duration.ofMillis(50));
    assertNull(silent.read("a key"));
    assertFalse(silent.write("a key", "a secret"));
    never.countDown();
  }

  @Test
  void aSystemWithoutOneKeepsNothing() {
    Keychain missing =
        new Keychain.OfSystem(
            () -> {
              throw new BackendNotSupportedException("there is none");
            },
            Duration.ofSeconds(30));
    assertNull(missing.read("a key"));
    assertFalse(missing.write("a key", "a secret"));
  }
}
