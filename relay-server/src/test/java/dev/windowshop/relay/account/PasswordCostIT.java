package dev.windowshop.relay.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordCostIT {
  @TempDir Path data;

  private RelayConfig config(PasswordCost cost) {
    return TestDatabases.config(data).with(config -> config.passwords(cost));
  }

  private String kept() {
    try (Database database = TestDatabases.open(data)) {
      return database.read(handle ->
          handle
              .createQuery("SELECT password_hash FROM users WHERE username = 'emma'")
              .mapTo(String.class)
              .one());
    }
  }

  private static int signIn(Relay relay, String password) {
    return new Web(relay.address())
        .post("/auth/login", "{\"login\":\"emma\",\"password\":\"" + password + "\"}")
        .status();
  }

  @Test
  void aPasswordIsHashedAnewWhenItsOwnerSignsInAfterTheCostWasRaised() {
    try (Relay relay = Relay.start(config(PasswordCost.LEAST))) {
      new Web(relay.address())
          .post(
              "/auth/signup",
              """
              {"email":"emma@example.org","username":"emma","password":"correct horse"}
              """);
    }
    assertTrue(kept().startsWith("$argon2id$v=19$m=8,t=1,p=1$"), this::kept);
    try (Relay relay = Relay.start(config(new PasswordCost(16, 3)))) {
      assertEquals(401, signIn(relay, "another horse"));
      assertEquals(200, signIn(relay, "correct horse"));
      assertEquals(200, signIn(relay, "correct horse"));
    }
    assertTrue(kept().startsWith("$argon2id$v=19$m=16,t=3,p=1$"), this::kept);
  }
}
