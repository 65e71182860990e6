package dev.windowshop.client.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windowshop.protocol.Notification;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BellViewModelTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private final FakeNotifications notifications = new FakeNotifications();
  private final AtomicBoolean preview = new AtomicBoolean(true);
  private final List<String> opened = new ArrayList<>();
  private final BellViewModel model =
      new BellViewModel(
          notifications,
          preview::get,
          one -> opened.add(one.id()),
          InstantSource.fixed(NOW),
          ZoneOffset.UTC,
          Runnable::run);

  @BeforeEach
  void fill() {
    notifications.fill(NOW);
  }

  private BellEntry entry(String id) {
    return model.sections().stream()
        .flatMap(section -> section.entries().stream())
        .filter(entry -> entry.notification().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsOfOneSortStandsTogetherTheLatestFirst() {
    assertEquals(
        List.of("Mentions", "Calls", "Invites", "Orders", "Replies"),
        model.sections().stream().map(BellSection::name).toList());
    assertEquals(3, model.unread().get());
  }

  @Test
  void eachSaysWhatHappenedAndHowOften() {
    assertEquals("Cléo Martin mentioned you in Saturday market, 3 times", entry("n1").words());
    assertEquals("2 missed calls from Ben", entry("n2").words());
    assertEquals("Tide table lamp, smoked glass: on its way", entry("n4").words());
    assertEquals("4 min", entry("n1").time());
    assertEquals("1 d", entry("n4").time());
  }

  @Test
  void whatWasWrittenIsNotShownWhereItIsNotWanted() {
    preview.set(false);
    model.refresh();
    assertNull(entry("n1").preview());
    assertEquals("Cléo Martin mentioned you in Saturday market, 3 times", entry("n1").words());
  }

  @Test
  void whatIsOpenedIsRead() {
    model.choose(entry("n1"));
    assertEquals(List.of("n1"), opened);
    assertEquals(2, model.unread().get());
    model.readAll();
    assertEquals(0, model.unread().get());
  }

  @Test
  void ofWhatIsNoMessageThereIsANoteUnlessOneIsNotToBeDisturbed() {
    List<String> notes = new ArrayList<>();
    dev.windowshop.client.shell.Notices notices =
        new dev.windowshop.client.shell.Notices() {
          @Override
          public void show(String text) {
            notes.add(text);
          }

          @Override
          public void show(String text, String action, Runnable run) {
            notes.add(text);
            run.run();
          }
        };
    AtomicBoolean disturb = new AtomicBoolean(true);
    NotificationToasts toasts =
        new NotificationToasts(notices, one -> disturb.get(), one -> opened.add(one.id()));
    for (Notification one : List.of(notification("n1"), notification("n3"))) {
      toasts.raised(one);
    }
    assertEquals(
        List.of("Noor invited you to Renovation of the Fußgängerzonenbeleuchtungsverein"), notes);
    assertEquals(List.of("n3"), opened);
    disturb.set(false);
    toasts.raised(notification("n3"));
    assertEquals(1, notes.size());
  }

  @Test
  void theNoteOfWhatIsReadGoes() {
    List<String> notes = new ArrayList<>();
    dev.windowshop.client.shell.Notices notices =
        new dev.windowshop.client.shell.Notices() {
          @Override
          public void show(String text) {
            throw new AssertionError(text);
          }

          @Override
          public void show(String text, String action, Runnable run) {
            throw new AssertionError(text);
          }

          @Override
          public void show(String about, String text, String action, Runnable run) {
            notes.add("show " + about);
          }

          @Override
          public void withdraw(String about) {
            notes.add("withdraw " + about);
          }
        };
    NotificationToasts toasts = new NotificationToasts(notices, _ -> true, _ -> {});
    toasts.raised(notification("n2"));
    toasts.raised(notification("n3"));
    toasts.changed(Objects.requireNonNull(notifications.all.value()));
    notifications.read(List.of("n1", "n3"));
    toasts.changed(Objects.requireNonNull(notifications.all.value()));
    toasts.changed(List.of());
    assertEquals(
        List.of("show bell:n2", "show bell:n3", "withdraw bell:n3", "withdraw bell:n2"), notes);
  }

  private Notification notification(String id) {
    return entry(id).notification();
  }
}
