package dev.windowshop.client.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Audience;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.Settings;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class PeopleViewModelsTest {
  private final FakeAcquaintances people = new FakeAcquaintances();
  private final FakeOwnSettings own = new FakeOwnSettings();

  private ProfileCardViewModel card(String userId) {
    return new ProfileCardViewModel(
        userId,
        "me",
        people,
        id -> CompletableFuture.completedFuture("chat-with-" + id),
        Runnable::run);
  }

  @Test
  void aCardPutsSomebodyIntoTheContactsAndOutAgain() {
    ProfileCardViewModel card = card("mira");
    assertFalse(card.contact().get());
    card.toggleContact();
    assertTrue(card.contact().get());
    assertEquals("They are in your contacts.", card.notice().get());
    card.toggleContact();
    assertFalse(card.contact().get());
    assertEquals(List.of(), people.contacts.value());
  }

  @Test
  void aBlockShowsOnTheCardAndIsTakenBack() {
    ProfileCardViewModel card = card("mira");
    card.toggleBlocked();
    assertTrue(card.blocked().get());
    card.toggleBlocked();
    assertFalse(card.blocked().get());
  }

  @Test
  void whatTheRelayRefusesIsSaid() {
    ProfileCardViewModel card =
        new ProfileCardViewModel(
            "mira",
            "me",
            people,
            id ->
                CompletableFuture.failedFuture(
                    ProblemException.forbidden("You can't message this person.")),
            Runnable::run);
    List<String> opened = new ArrayList<>();
    card.open(opened::add);
    assertEquals(List.of(), opened);
    assertEquals("You can't message this person.", card.notice().get());
    people.trouble = new RelayUnreachableException("no", null);
    card.toggleContact();
    assertEquals("You're offline. Try again once you are back.", card.notice().get());
    assertFalse(card.contact().get());
  }

  @Test
  void aClosedCardHearsNothingMore() {
    ProfileCardViewModel card = card("mira");
    card.close();
    people.setContact("mira", true);
    assertFalse(card.contact().get());
  }

  @Test
  void presenceIsSaidInWordsAndNothingWhereItIsHidden() {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    assertEquals("", words(null, null, now));
    assertEquals("Online", words(PresenceStatus.ONLINE, null, now));
    assertEquals("Busy", words(PresenceStatus.BUSY, null, now));
    assertEquals("", words(PresenceStatus.OFFLINE, null, now));
    assertEquals("Here 5 minutes ago", words(PresenceStatus.OFFLINE, now.minusSeconds(300), now));
    assertEquals("Here an hour ago", words(PresenceStatus.OFFLINE, now.minusSeconds(4000), now));
    assertEquals(
        "Here 3 days ago", words(PresenceStatus.OFFLINE, now.minusSeconds(3 * 86_400), now));
  }

  private static String words(
      @org.jspecify.annotations.Nullable PresenceStatus status,
      @org.jspecify.annotations.Nullable Instant seen,
      Instant now) {
    return ProfileCardViewModel.presence(new User("u", "u", "U", null, null, status, seen), now);
  }

  @Test
  void contactsShowUntilSomethingIsTyped() {
    people.setContact("noor", true);
    PeopleViewModel model = new PeopleViewModel(people, Runnable::run);
    model.activate();
    assertEquals(List.of("noor"), ids(model));
    assertFalse(model.noContacts().get());
    model.query().set("mi");
    assertEquals(List.of("mira"), ids(model));
    model.query().set("zz");
    assertTrue(model.notice().get().startsWith("Nobody here is called “zz”"));
    model.query().set("windowshop://user/jonas");
    assertEquals(List.of("jonas"), ids(model));
    model.query().set("");
    assertEquals(List.of("noor"), ids(model));
    people.setContact("noor", false);
    assertTrue(model.noContacts().get());
    model.deactivate();
  }

  private static List<String> ids(PeopleViewModel model) {
    return model.people().stream().map(User::id).toList();
  }

  @Test
  void aReportNeedsAReasonAndIsSentOnce() {
    ReportViewModel model = new ReportViewModel(Report.Kind.USER, "mira", people, Runnable::run);
    model.send();
    assertEquals(List.of(), people.reports);
    model.reason().set(Report.Reason.FRAUD);
    model.text().set("  Sold me air ");
    model.send();
    model.send();
    assertTrue(model.sent().get());
    assertEquals(
        List.of(new Report.Filing(Report.Kind.USER, "mira", Report.Reason.FRAUD, "Sold me air")),
        people.reports);
  }

  @Test
  void aReportThatDidNotArriveCanBeSentAgain() {
    ReportViewModel model = new ReportViewModel(Report.Kind.PRODUCT, "p", people, Runnable::run);
    model.reason().set(Report.Reason.SPAM);
    people.trouble = new RelayUnreachableException("no", null);
    model.send();
    assertFalse(model.sent().get());
    assertFalse(model.notice().get().isEmpty());
    people.trouble = null;
    model.send();
    assertTrue(model.sent().get());
    assertNull(people.reports.getFirst().text());
  }

  @Test
  void aChoiceIsSentAsAPatchAndShowsWhatHolds() {
    OwnSettingsViewModel model = new OwnSettingsViewModel(own, Runnable::run);
    model.activate();
    model.choose("whoMayCall", Audience.CONTACTS);
    model.turn("notifications", "sound", false);
    assertEquals(
        List.of(
            "{\"privacy\":{\"whoMayCall\":\"contacts\"}}", "{\"notifications\":{\"sound\":false}}"),
        own.patches);
    Settings now = model.settings().get();
    assertEquals(Audience.CONTACTS, now == null ? null : now.privacy().whoMayCall());
    own.trouble = new RelayUnreachableException("no", null);
    List<Settings> shown = new ArrayList<>();
    model.settings().subscribe(value -> shown.add(value));
    model.choose("whoMayCall", Audience.NOBODY);
    assertEquals(now, shown.getLast());
    assertTrue(shown.size() > 1, "the view hears of it, to show what holds again");
    assertFalse(model.notice().get().isEmpty());
  }

  @Test
  void theLooksFollowTheAccountBothWays() {
    ObjectProperty<ThemeMode> mode = new SimpleObjectProperty<>(ThemeMode.DARK);
    own.settings.set(new OwnSettings.Known(null));
    new ThemeFollower(mode, own, Runnable::run);
    mode.set(ThemeMode.LIGHT);
    assertEquals(List.of(), own.patches, "a guest's looks are the device's");
    own.settings.set(new OwnSettings.Known(Settings.DEFAULT));
    assertEquals(List.of("{\"theme\":\"light\"}"), own.patches, "an account that never chose");
    own.settings.set(new OwnSettings.Known(new Settings(null, null, Settings.Theme.DARK)));
    assertEquals(ThemeMode.DARK, mode.get());
    assertEquals(1, own.patches.size(), "what came from the account is not sent back");
    mode.set(ThemeMode.SYSTEM);
    assertEquals("{\"theme\":\"system\"}", own.patches.getLast());
  }

  @Test
  void aLinkNamesAPerson() {
    assertEquals("mira", ProfileLink.nameIn(" windowshop://user/mira "));
    assertEquals("jürgen k", ProfileLink.nameIn(ProfileLink.to("jürgen k")));
    assertNull(ProfileLink.nameIn("windowshop://user/"));
    assertNull(ProfileLink.nameIn("windowshop://user/a/b"));
    assertNull(ProfileLink.nameIn("windowshop://product/mira"));
    assertNull(ProfileLink.nameIn("mira"));
  }
}
