package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Auth;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandIT {
  @TempDir Path data;

  private record Outcome(int code, String out, String err) {}

  private Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RelayMain.commandLine(TestDatabases.environment(data))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  @Test
  void aResetPasswordSignsInAndTheOldSessionsEndWhileTheRelayServes() {
    try (Relay relay = Relay.start(TestDatabases.config(data))) {
      Web web = new Web(relay.address());
      String access =
          web.post(
                  "/auth/signup",
                  "{\"email\":\"a@example.org\",\"username\":\"Ann\",\"password\":\"correct horse\"}")
              .as(Auth.Tokens.class)
              .accessToken();

      Outcome reset = run("user", "reset-password", "ann");
      assertEquals(0, reset.code(), reset::err);
      String password = reset.out().strip().replaceFirst(".* ", "");

      assertEquals("token-unknown", web.token(access).get("/me").problem());
      assertEquals(401, login(web, "correct horse"));
      assertEquals(200, login(web, password));
    }
  }

  private static int login(Web web, String password) {
    return web.post("/auth/login", "{\"login\":\"ann\",\"password\":\"" + password + "\"}")
        .status();
  }

  @Test
  void theFirstModeratorIsMadeWhileTheRelayServes() {
    try (Relay relay = Relay.start(TestDatabases.config(data))) {
      Web web = new Web(relay.address());
      Outcome added = run("user", "add", "Mod", "--email", "mod@example.org");
      assertEquals(0, added.code(), added::err);
      String password = added.out().strip().replaceFirst(".* ", "");
      String token =
          web.post("/auth/login", "{\"login\":\"mod\",\"password\":\"" + password + "\"}")
              .as(Auth.Tokens.class)
              .accessToken();
      assertEquals(403, web.token(token).get("/moderation/reports").status());
      assertEquals(0, run("user", "promote", "mod").code());
      assertEquals(200, web.token(token).get("/moderation/reports").status());
      assertTrue(run("user", "list", "--staff").out().contains("Mod\tmod@example.org\tmoderator"));
      assertEquals(1, run("user", "promote", "mod").code(), "is one already");
      assertEquals(0, run("user", "demote", "mod").code());
      assertEquals(403, web.token(token).get("/moderation/log").status());
      assertEquals("", run("user", "list", "--staff").out());

      assertEquals(0, run("user", "suspend", "mod", "--days", "3").code());
      assertTrue(run("user", "show", "mod").out().contains("suspended"));
      assertEquals("token-unknown", web.token(token).get("/me").problem());
      assertEquals(
          "suspended",
          web.post("/auth/login", "{\"login\":\"mod\",\"password\":\"" + password + "\"}")
              .problem());
      assertEquals(0, run("user", "unsuspend", "mod").code());
      assertEquals(
          200,
          web.post("/auth/login", "{\"login\":\"mod\",\"password\":\"" + password + "\"}")
              .status());
      assertEquals(1, run("user", "add", "mod", "--email", "other@example.org").code());
      assertEquals(2, run("user", "promote", "mod", "--role", "king").code());
    }
  }

  @Test
  void whoIsNotThereIsSaid() {
    Outcome reset = run("user", "reset-password", "nobody");
    assertEquals(1, reset.code());
    assertEquals("There is no such user.", reset.err().strip());
    assertEquals(2, run("user").code());
    assertTrue(run("user", "--help").out().contains("reset-password"));
  }
}
