package dev.windowshop.client.platform.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real dbus-daemon, and a desktop of the tests' own on it.
class DesktopNotesIT {
  private static final String[] KDE = {
    "body", "body-markup", "actions", "inline-reply", "persistence"
  };
  private static final String[] GNOME = {"body", "body-markup", "actions", "icon-static", "sound"};

  @TempDir Path folder;

  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> otherwise = new LinkedBlockingQueue<>();
  private volatile boolean discreetWhenLocked;
  private SessionBus bus;
  private DesktopNotes notes;

  @BeforeAll
  static void look() {
    assumeTrue(SessionBus.isInstalled(), "dbus-daemon is not installed");
  }

  @BeforeEach
  void start() throws Exception {
    bus = SessionBus.start(folder);
    notes = notes(bus.address());
  }

  private DesktopNotes notes(@Nullable String address) {
    return new DesktopNotes(address, () -> discreetWhenLocked, note -> otherwise.add(note.line()));
  }

  @AfterEach
  void stop() throws Exception {
    notes.close();
    bus.close();
  }

  private SystemNote note(String body) {
    return note("chat", body);
  }

  private SystemNote note(String about, String body) {
    return new SystemNote(
        about,
        "Ben",
        body,
        "New message",
        true,
        true,
        new SystemNote.Picture(1, 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
        () -> done.add("open"),
        new SystemNote.Reply(
            "Reply to Ben", text -> done.add("send " + text), () -> done.add("elsewhere")),
        () -> done.add("read"));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(30, TimeUnit.SECONDS);
    assertNotNull(next, "nothing came");
    return next;
  }

  @Test
  void oneNoteAConversationIsShownReplacedAnsweredAndTakenAway() throws Exception {
    try (SampleDesktop desktop = new SampleDesktop(bus, KDE)) {
      notes.update(note("of nothing that is shown"));
      notes.show(note("is 1 < 2 & <b>so</b>?"));
      SampleDesktop.Note first = next(desktop.shown);
      assertEquals("Ben", first.title());
      assertEquals("is 1 &lt; 2 &amp; &lt;b&gt;so&lt;/b&gt;?", first.body());
      assertEquals(
          List.of("default", "Open", "inline-reply", "Reply", "read", "Mark as read"),
          first.actions());
      assertEquals("windowshop", first.hint("desktop-entry"));
      assertEquals("im.received", first.hint("category"));
      assertEquals((byte) 1, first.hint("urgency"));
      assertEquals("message-new-instant", first.hint("sound-name"));
      assertEquals("Reply to Ben", first.hint("x-kde-reply-placeholder-text"));
      Object[] picture = (Object[]) first.hint("image-data");
      assertEquals(List.of(1, 2, 4, true, 8, 4), List.of(picture).subList(0, 6));

      notes.show(note("and a \0 in it"));
      SampleDesktop.Note second = next(desktop.shown);
      assertEquals(first.id(), second.replaced());
      assertEquals("and a   in it", second.body());

      desktop.answer(first.id(), " \n");
      desktop.answer(first.id(), "in ten minutes ");
      assertEquals("send in ten minutes", next(done));
      desktop.choose(first.id(), "default");
      assertEquals("open", next(done));
      desktop.choose(first.id(), "read");
      assertEquals("read", next(done));

      notes.withdraw("another");
      notes.withdraw("chat");
      assertEquals(first.id(), next(desktop.closed));
      notes.show(note("later"));
      SampleDesktop.Note later = next(desktop.shown);
      assertEquals(new UInt32(0), later.replaced());
      notes.show(note("another chat", "hello"));
      SampleDesktop.Note another = next(desktop.shown);
      // A desktop keeps no note that it has closed, whoever wanted that.
      desktop.waveAway(later.id());
      desktop.choose(later.id(), "default");
      desktop.choose(another.id(), "read");
      assertEquals("read", next(done));
      notes.withdraw("chat");
      notes.show(note("anew"));
      SampleDesktop.Note anew = next(desktop.shown);
      assertEquals(new UInt32(0), anew.replaced());
      notes.close();
      assertEquals(
          Set.of(another.id(), anew.id()), Set.of(next(desktop.closed), next(desktop.closed)));
      assertTrue(otherwise.isEmpty());
    }
  }

  @Test
  void whereThereIsNoLineOneIsBroughtUpElsewhere() throws Exception {
    try (SampleDesktop desktop = new SampleDesktop(bus, GNOME)) {
      notes.show(note("hello"));
      SampleDesktop.Note shown = next(desktop.shown);
      assertEquals(
          List.of("default", "Open", "reply", "Reply", "read", "Mark as read"), shown.actions());
      assertFalse(shown.hints().containsKey("x-kde-reply-placeholder-text"));
      desktop.choose(shown.id(), "reply");
      assertEquals("elsewhere", next(done));
    }
    try (SampleDesktop plain = new SampleDesktop(bus, "icon-static")) {
      notes.show(note("1 < 2"));
      SampleDesktop.Note shown = next(plain.shown);
      assertEquals("Ben: 1 < 2", shown.title());
      assertEquals("", shown.body());
      assertEquals(List.of(), shown.actions());
    }
  }

  @Test
  void strangersAndNotesOfOthersAreNotListenedTo() throws Exception {
    try (SampleDesktop desktop = new SampleDesktop(bus, KDE);
        DBusConnection stranger = bus.connect()) {
      notes.show(note("hello"));
      UInt32 id = next(desktop.shown).id();
      stranger.sendMessage(
          new NotificationServer.NotificationReplied(NotificationServer.PATH, id, "forged"));
      stranger
          .getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
          .ListNames();
      desktop.answer(new UInt32(id.intValue() + 1), "to another program");
      desktop.answer(id, "mine");
      assertEquals("send mine", next(done));
      assertNull(done.poll());
    }
  }

  @Test
  void whoeverShowsNotesMayGoAndComeAndSoMayTheBus() throws Exception {
    notes.show(note("to nobody"));
    assertEquals("Ben: to nobody", next(otherwise));
    try (SampleDesktop desktop = new SampleDesktop(bus, KDE)) {
      notes.show(note("to somebody"));
      next(desktop.shown);
    }
    notes.show(note("to nobody again"));
    assertEquals("Ben: to nobody again", next(otherwise));
    try (SampleDesktop another = new SampleDesktop(bus, GNOME)) {
      notes.show(note("to another"));
      SampleDesktop.Note shown = next(another.shown);
      assertEquals(new UInt32(0), shown.replaced(), "its predecessor's numbers are not its own");
      assertTrue(shown.actions().contains("reply"), "what it can do was asked anew");
    }
    bus.close();
    notes.show(note("without a bus"));
    assertEquals("Ben: without a bus", next(otherwise));
    bus = SessionBus.start(folder);
    try (SampleDesktop desktop = new SampleDesktop(bus, KDE)) {
      notes.show(note("on a new bus"));
      assertEquals(new UInt32(0), next(desktop.shown).replaced());
    }
  }

  @Test
  void aLockedScreenHidesWhatWasWrittenWhereThatWasChosen() throws Exception {
    try (SampleDesktop desktop = new SampleDesktop(bus, KDE);
        DBusConnection locker = bus.connect()) {
      discreetWhenLocked = true;
      notes.show(note("no locker"));
      assertEquals("no locker", next(desktop.shown).body());
      SampleLocker gnome = new SampleLocker();
      locker.exportObject("/org/gnome/ScreenSaver", gnome);
      locker.requestBusName("org.gnome.ScreenSaver");
      // One that cannot say whether the screen is locked stands in nobody's way.
      locker.requestBusName("org.freedesktop.ScreenSaver");
      notes.show(note("open"));
      assertEquals("open", next(desktop.shown).body());
      gnome.locked = true;
      notes.show(note("secret"));
      assertEquals("New message", next(desktop.shown).body());
      discreetWhenLocked = false;
      notes.show(note("no secret"));
      assertEquals("no secret", next(desktop.shown).body());
    }
  }

  /// GNOME's.
  public static final class SampleLocker implements ScreenSaver.OfGnome {
    private volatile boolean locked;

    @Override
    public String getObjectPath() {
      return "/org/gnome/ScreenSaver";
    }

    @Override
    public boolean isActive() {
      return locked;
    }
  }

  @Test
  void theBusIsFoundWhereTheSystemSays() throws Exception {
    assertEquals(
        "unix:path=/run/a,guid=1",
        DesktopNotes.sessionBus(
            Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/a,guid=1;tcp:host=b")));
    Map<String, String> runtime = Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString());
    assertNull(DesktopNotes.sessionBus(runtime));
    Files.createDirectories(folder.resolve("run"));
    Files.createFile(folder.resolve("run/bus"));
    assertEquals("unix:path=" + folder.resolve("run/bus"), DesktopNotes.sessionBus(runtime));
    assertNull(DesktopNotes.sessionBus(Map.of()));
    try (DesktopNotes nowhere = notes(null)) {
      nowhere.show(note("hello"));
      assertEquals("Ben: hello", next(otherwise));
    }
  }
}
