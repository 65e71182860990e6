package dev.windowshop.relay.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.windowshop.protocol.AccountSecurity;
import dev.windowshop.protocol.Auth;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.mail.SmtpConfig;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Codes by mail, against a real SMTP server.
class EmailIT {
  private static final Pattern CODE = Pattern.compile("([a-z2-9]{4}-){3}[a-z2-9]{4}");
  private static final SetClock CLOCK = new SetClock();

  @TempDir Path data;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Set<String> read = new HashSet<>();
  private Relay relay;

  @BeforeEach
  void start() {
    server.start();
    server.setUser("relay@example.org", "relay", "smtp secret");
    relay =
        Relay.start(
            TestDatabases.config(data).withClock(CLOCK).with(config -> config.mail(smtp())));
  }

  private SmtpConfig smtp() {
    return new SmtpConfig(
        "127.0.0.1",
        server.getSmtp().getPort(),
        SmtpConfig.Security.NONE,
        "relay",
        "smtp secret",
        "Our shop <relay@example.org>");
  }

  @AfterEach
  void stop() {
    relay.close();
    server.stop();
  }

  private Web web() {
    return new Web(relay.address());
  }

  private Auth.Tokens somebody(String name) {
    return web()
        .post(
            "/auth/signup",
            "{\"email\":\"%s@example.org\",\"username\":\"%s\",\"password\":\"correct horse\"}"
                .formatted(name, name))
        .as(Auth.Tokens.class);
  }

  private int login(String login, String password) {
    return web()
        .post("/auth/login", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password))
        .status();
  }

  private Web.Answer forgot(String email) {
    return web().post("/auth/forgot", "{\"email\":\"%s\"}".formatted(email));
  }

  private Web.Answer reset(String code, String password) {
    return web()
        .post("/auth/reset", "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(code, password));
  }

  private Web.Answer confirm(String code) {
    return web().post("/auth/verify-email", "{\"token\":\"%s\"}".formatted(code));
  }

  /// Waits for the next mail to this address that was not read yet.
  private String mail(String to) throws MessagingException {
    List<String> seen = new ArrayList<>();
    for (int count = 1; count < 20; count++) {
      assertTrue(
          server.waitForIncomingEmail(30_000, count), () -> "no mail to " + to + ": " + seen);
      for (MimeMessage message : server.getReceivedMessages()) {
        String address = message.getAllRecipients()[0].toString();
        String text = GreenMailUtil.getBody(message);
        seen.add(address);
        if (address.equals(to) && read.add(to + text)) {
          return text;
        }
      }
    }
    throw new AssertionError("no mail to " + to + ": " + seen);
  }

  private static String code(String mail) {
    Matcher code = CODE.matcher(mail);
    assertTrue(code.find(), mail);
    return code.group();
  }

  @Test
  void aForgottenPasswordIsSetOnceAndEndsAllSessions() throws Exception {
    Auth.Tokens tokens = somebody("ann");
    assertEquals(202, forgot("Ann@Example.org").status());
    String code = code(mail("ann@example.org"));
    assertEquals(422, reset(code, "password1").status());
    assertEquals(200, web().token(tokens.accessToken()).get("/me").status());

    assertEquals(
        204, reset(code.toUpperCase(Locale.ROOT).replace("-", " "), "battery staple").status());
    assertEquals("token-unknown", web().token(tokens.accessToken()).get("/me").problem());
    assertEquals(401, login("ann", "correct horse"));
    assertEquals(200, login("ann", "battery staple"));
    assertEquals(422, reset(code, "another staple").status());
  }

  @Test
  void theAnswerTellsNobodyWhoHasAnAccount() throws Exception {
    somebody("bea");
    Web.Answer known = forgot("bea@example.org");
    Web.Answer unknown = forgot("nobody@example.org");
    assertEquals(known.status(), unknown.status());
    assertEquals(known.text(), unknown.text());
    mail("bea@example.org");
    assertEquals(1, server.getReceivedMessages().length);
    assertEquals(422, forgot("no address").status());
  }

  @Test
  void aCodeIsGoodForAnHourAndTheNewestCounts() throws Exception {
    somebody("cleo");
    forgot("cleo@example.org");
    String first = code(mail("cleo@example.org"));
    forgot("cleo@example.org");
    String second = code(mail("cleo@example.org"));
    assertEquals(422, reset(first, "battery staple").status());
    CLOCK.advance(Duration.ofMinutes(61));
    assertEquals(422, reset(second, "battery staple").status());
    assertEquals(422, reset("", "battery staple").status());
  }

  @Test
  void anEmailIsConfirmedByItsCode() throws Exception {
    Auth.Tokens tokens = somebody("dan");
    Web web = web().token(tokens.accessToken());
    assertFalse(web.get("/me/security").as(AccountSecurity.class).emailVerified());
    assertEquals(202, web.post("/me/email/verification", "").status());
    String code = code(mail("dan@example.org"));
    assertEquals(422, reset(code, "battery staple").status());
    assertEquals(204, confirm(code).status());
    assertTrue(web.get("/me/security").as(AccountSecurity.class).emailVerified());
    assertEquals(422, confirm(code).status());
    assertEquals(409, web.post("/me/email/verification", "").status());
  }

  @Test
  void aNewEmailCountsOnceItIsConfirmedAndTheOldOneIsTold() throws Exception {
    Auth.Tokens tokens = somebody("eve");
    somebody("fay");
    Web web = web().token(tokens.accessToken());
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}";
    assertEquals(
        401, web.post("/me/email", body.formatted("eve@example.com", "wrong horse")).status());
    assertEquals(
        409, web.post("/me/email", body.formatted("Fay@example.org", "correct horse")).status());
    assertEquals(
        202, web.post("/me/email", body.formatted("eve@example.com", "correct horse")).status());
    String code = code(mail("eve@example.com"));
    assertFalse(CODE.matcher(mail("eve@example.org")).find());
    AccountSecurity waiting = web.get("/me/security").as(AccountSecurity.class);
    assertEquals("eve@example.org", waiting.email());
    assertEquals("eve@example.com", waiting.pendingEmail());

    assertEquals(204, confirm(code).status());
    AccountSecurity now = web.get("/me/security").as(AccountSecurity.class);
    assertEquals("eve@example.com", now.email());
    assertTrue(now.emailVerified());
    assertEquals(200, login("eve@example.com", "correct horse"));
    assertEquals(401, login("eve@example.org", "correct horse"));
  }

  @Test
  void aRelayWithoutMailSaysSo() {
    assertTrue(web().get("/health").json().path("features").path("mail").asBoolean());
    Auth.Tokens tokens = somebody("gil");
    relay.close();
    relay = Relay.start(TestDatabases.config(data).withClock(CLOCK));
    assertFalse(web().get("/health").json().path("features").path("mail").asBoolean());
    Web.Answer answer = forgot("gil@example.org");
    assertEquals(503, answer.status());
    assertEquals("unavailable", answer.problem());
    Web web = web().token(tokens.accessToken());
    assertEquals(503, web.post("/me/email/verification", "").status());
    assertEquals(
        204,
        web.post("/me/email", "{\"email\":\"gil@example.com\",\"password\":\"correct horse\"}")
            .status());
    AccountSecurity security = web.get("/me/security").as(AccountSecurity.class);
    assertEquals("gil@example.com", security.email());
    assertFalse(security.emailVerified());
  }
}
