package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleAccounts;
import dev.windowshop.client.gallery.SampleSafety;
import dev.windowshop.client.gallery.SampleSignIns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What one does about one's own account.
class SafetyViewModelTest {
  private final SampleAccounts accounts = new SampleAccounts();
  private final SampleSafety safety = new SampleSafety(accounts);
  private final SafetyViewModel model = new SafetyViewModel(safety, Runnable::run);

  @Test
  void aPasswordIsChangedWithTheOneThatThereIs() {
    model.current().set("running");
    model.next().set("battery staple");
    model.changePassword();
    assertEquals("The password is wrong.", model.refusals().get().text());
    model.current().set("walking");
    model.next().set("short");
    model.changePassword();
    assertFalse(model.refusals().get().of("newPassword", "It").isEmpty());
    model.next().set("battery staple");
    model.changePassword();
    assertEquals(Refusals.NONE, model.refusals().get());
    assertFalse(model.outcome().get().isEmpty());
    assertEquals("", model.current().get() + model.next().get());
  }

  @Test
  void anEmailIsConfirmedByACode() {
    model.load();
    assertFalse(model.codeSent().get());
    model.askForCode();
    assertTrue(model.codeSent().get());
    model.code().set("bad");
    model.confirm();
    assertFalse(model.refusals().get().of("token", "The code").isEmpty());
    model.code().set("good");
    model.confirm();
    assertFalse(model.codeSent().get());
    assertTrue(known().emailVerified());
  }

  private dev.windowshop.protocol.AccountSecurity known() {
    var now = model.security().get();
    assertNotNull(now);
    return now;
  }

  @Test
  void aNewEmailWaitsForItsCode() {
    model.email().set("maya@example.net");
    model.emailPassword().set("walking");
    model.changeEmail();
    assertTrue(model.codeSent().get());
    assertEquals("maya@example.com", known().email());
    model.code().set("good");
    model.confirm();
    assertEquals("maya@example.net", known().email());
  }

  @Test
  void thisDeviceComesFirstAndOthersAreSignedOut() {
    DevicesViewModel devices = new DevicesViewModel(safety, Runnable::run, InstantSource.system());
    devices.load();
    assertEquals(3, devices.devices().size());
    assertTrue(devices.devices().getFirst().current());
    assertEquals("5 hours ago", devices.devices().get(1).seen());
    devices.signOut(devices.devices().get(1));
    assertEquals(2, devices.devices().size());
    devices.signOutOthers();
    assertEquals(List.of(true), devices.devices().stream().map(d -> d.current()).toList());
  }

  @Test
  void devicesAreNamedAsPeopleWould() {
    assertEquals("Windowshop on Linux", DevicesViewModel.name("Windowshop on Linux"));
    assertEquals("A browser", DevicesViewModel.name("Mozilla/5.0 (X11; Linux x86_64)"));
    assertEquals("curl", DevicesViewModel.name("curl/8.5"));
    assertEquals("Some device", DevicesViewModel.name(null));
    Instant now = Instant.EPOCH.plus(Duration.ofDays(9));
    assertEquals("Just now", DevicesViewModel.seen(now.minusSeconds(30), now));
    assertEquals("An hour ago", DevicesViewModel.seen(now.minusSeconds(4000), now));
    assertEquals("Yesterday", DevicesViewModel.seen(now.minusSeconds(90_000), now));
    assertEquals("8 days ago", DevicesViewModel.seen(now.minus(Duration.ofDays(8)), now));
  }

  @Test
  void anAccountIsDeletedOnlyByWhoTypedItsName() {
    AtomicInteger gone = new AtomicInteger();
    FarewellViewModel farewell =
        new FarewellViewModel(safety, Runnable::run, gone::incrementAndGet);
    accounts.signIn("maya", "walking");
    assertFalse(farewell.mayDelete().get());
    farewell.username().set("maya");
    farewell.typed().set("may");
    assertFalse(farewell.mayDelete().get());
    farewell.delete();
    farewell.typed().set("Maya ");
    assertTrue(farewell.mayDelete().get());
    farewell.password().set("running");
    farewell.delete();
    assertEquals("The password is wrong.", farewell.trouble().get());
    assertInstanceOf(Account.SignedIn.class, accounts.account().value());
    farewell.password().set("walking");
    farewell.delete();
    assertEquals(1, gone.get());
    assertInstanceOf(Account.Guest.class, accounts.account().value());
  }

  @Test
  void anExportSaysHowItGoes() {
    FarewellViewModel farewell = new FarewellViewModel(safety, Runnable::run, () -> {});
    farewell.export(Path.of("windowshop-data.zip"));
    assertEquals("Saved as windowshop-data.zip.", farewell.exported().get());
    assertFalse(farewell.exporting().get());
    assertEquals("120 kB", FarewellViewModel.size(120_000));
    assertEquals("2.5 MB", FarewellViewModel.size(2_500_000));
  }

  @Test
  void aForgottenPasswordTakesTwoStepsAndSignsIn() {
    AtomicInteger done = new AtomicInteger();
    ForgotViewModel forgot =
        new ForgotViewModel(
            new SampleSignIns(accounts), accounts, Runnable::run, done::incrementAndGet);
    forgot.send();
    assertFalse(forgot.refusals().get().text().isEmpty());
    forgot.email().set("no address");
    forgot.send();
    assertFalse(forgot.sent().get());
    forgot.email().set("maya@example.com");
    forgot.send();
    assertTrue(forgot.sent().get());
    forgot.code().set("bad");
    forgot.password().set("walking");
    forgot.set();
    assertEquals(
        "The code is not right, or too old.", forgot.refusals().get().of("token", "The code"));
    forgot.code().set("good");
    forgot.set();
    assertEquals(1, done.get());
  }
}
