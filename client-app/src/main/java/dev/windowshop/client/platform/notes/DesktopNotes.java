package dev.windowshop.client.platform.notes;

import dev.windowshop.client.platform.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desktop's notes, by whatever shows them on the session's bus: one about each thing, which a
/// newer one takes the place of, with what it can do and a line to answer in where the desktop has
/// one. Where there is no bus, or nobody on it who shows notes, another way is taken for that note;
/// the next one asks again. Any thread; the work is done on one of its own.
public final class DesktopNotes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DesktopNotes.class);
  private static final String OPEN = "default";
  private static final String REPLY_HERE = "inline-reply";
  private static final String REPLY = "reply";
  private static final String READ = "read";
  private static final int LONGEST = 600;

  private final @Nullable String address;
  private final BooleanSupplier discreetWhenLocked;
  private final Consumer<SystemNote> otherwise;
  private final ExecutorService thread;

  /// On the thread alone, as is what is shown.
  private @Nullable BusConnection bus;

  private final Map<String, Shown> shown = new HashMap<>();
  private final Heard heard = new Heard();

  private record Shown(UInt32 id, SystemNote note) {}

  /// @param address of the bus; null where there is none
  /// @param discreetWhenLocked whether a locked screen hides what was written
  /// @param otherwise shows a note in another way, if there is one; may block
  public DesktopNotes(
      @Nullable String address,
      BooleanSupplier discreetWhenLocked,
      Consumer<SystemNote> otherwise) {
    this.address = address;
    this.discreetWhenLocked = discreetWhenLocked;
    this.otherwise = otherwise;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform()
                .name("notes")
                .daemon()
                .uncaughtExceptionHandler(Workers::uncaught)
                .factory());
  }

  /// The session's bus, where one runs: none is started for it.
  public static @Nullable String sessionBus(Map<String, String> environment) {
    String named = environment.get("DBUS_SESSION_BUS_ADDRESS");
    if (named != null && !named.isBlank()) {
      // Several are ways to the same bus.
      return named.split(";", -1)[0];
    }
    String folder = environment.get("XDG_RUNTIME_DIR");
    if (folder == null || folder.isBlank() || !Files.exists(Path.of(folder, "bus"))) {
      return null;
    }
    return "unix:path=" + Path.of(folder, "bus");
  }

  public void show(SystemNote note) {
    run(() -> {
      if (!shownOnBus(note, null)) {
        otherwise.accept(note);
      }
    });
  }

  /// Says something newer in a note that is still there; nothing happens elsewhere.
  public void update(SystemNote note) {
    run(() -> {
      Shown before = shown.get(note.about());
      if (before != null) {
        shownOnBus(note, before);
      }
    });
  }

  /// Takes a note away; nothing happens where there is none.
  public void withdraw(String about) {
    run(() -> {
      Shown gone = shown.remove(about);
      if (gone != null) {
        close(gone);
      }
    });
  }

  /// What is shown leads nowhere any more.
  @Override
  public void close() {
    run(() -> {
      List.copyOf(shown.values()).forEach(this::close);
      drop();
    });
    thread.shutdown();
  }

  private void run(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("closed already", e);
    }
  }

  private boolean shownOnBus(SystemNote note, @Nullable Shown before) {
    try {
      BusConnection to = connected();
      if (to == null) {
        return false;
      }
      Set<String> can = to.capabilities(heard);
      Shown replaced = before == null ? shown.get(note.about()) : before;
      boolean discreet = discreetWhenLocked.getAsBoolean() && to.isLocked();
      String title = shown(note.title());
      String body = shown(discreet ? note.discreet() : note.body());
      boolean hasBody = can.contains("body");
      UInt32 id =
          to.show(
              replaced == null ? null : replaced.id(),
              hasBody ? title : title + ": " + body,
              !hasBody ? "" : can.contains("body-markup") ? escaped(body) : body,
              actions(note, can),
              hints(note, can));
      shown.put(note.about(), new Shown(id, note));
      return true;
    } catch (ServiceUnknown e) {
      LOG.debug("nobody shows notes: {}", e.toString());
    } catch (DBusException | RuntimeException e) {
      LOG.info("The bus cannot be used for notes: {}", e.toString());
      drop();
    }
    return false;
  }

  private @Nullable BusConnection connected() throws DBusException {
    BusConnection open = bus;
    if (open != null && open.isConnected()) {
      return open;
    }
    drop();
    if (address == null) {
      return null;
    }
    bus = BusConnection.open(address, this::run, heard, () -> run(this::lost));
    return bus;
  }

  /// The bus has gone, and what was shown with it.
  private void lost() {
    BusConnection open = bus;
    if (open != null && !open.isConnected()) {
      drop();
    }
  }

  private void drop() {
    BusConnection open = bus;
    bus = null;
    shown.clear();
    if (open != null) {
      open.disconnect();
    }
  }

  private void close(Shown gone) {
    BusConnection open = bus;
    try {
      if (open != null && open.isConnected()) {
        open.close(gone.id());
      }
    } catch (RuntimeException e) {
      // Whoever showed it may have forgotten it already.
      LOG.debug("not closed: {}", e.toString());
    }
  }

  private static List<String> actions(SystemNote note, Set<String> can) {
    List<String> actions = new ArrayList<>();
    if (!can.contains("actions")) {
      return actions;
    }
    actions.addAll(List.of(OPEN, "Open"));
    if (note.reply() != null) {
      actions.addAll(List.of(can.contains(REPLY_HERE) ? REPLY_HERE : REPLY, "Reply"));
    }
    if (note.read() != null) {
      actions.addAll(List.of(READ, "Mark as read"));
    }
    return actions;
  }

  private static Map<String, Variant<?>> hints(SystemNote note, Set<String> can) {
    Map<String, Variant<?>> hints = new HashMap<>();
    hints.put("desktop-entry", new Variant<>("windowshop"));
    hints.put("urgency", new Variant<>((byte) 1));
    if (note.message()) {
      hints.put("category", new Variant<>("im.received"));
    }
    if (note.sound()) {
      hints.put("sound-name", new Variant<>("message-new-instant"));
    } else {
      hints.put("suppress-sound", new Variant<>(true));
    }
    if (note.picture() != null) {
      hints.put("image-data", new Variant<>(ImageData.of(note.picture()), ImageData.SIGNATURE));
    }
    if (note.reply() != null && can.contains(REPLY_HERE)) {
      hints.put("x-kde-reply-placeholder-text", new Variant<>(shown(note.reply().prompt())));
      hints.put("x-kde-reply-submit-button-text", new Variant<>("Send"));
    }
    return hints;
  }

  /// The bus cuts off whoever sends it a NUL.
  private static String shown(String text) {
    String clean = text.replace('\0', ' ');
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "\u2026" : clean;
  }

  /// What others wrote is no markup.
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// What was done with a note; those of other programs are told to everybody.
  private final class Heard implements BusConnection.Listener {
    @Override
    public void chosen(UInt32 id, String action) {
      Shown one = find(id);
      if (one == null) {
        return;
      }
      SystemNote note = one.note();
      Runnable does =
          switch (action) {
            case OPEN -> note.open();
            case REPLY -> note.reply() == null ? null : note.reply().elsewhere();
            case READ -> note.read();
            default -> null;
          };
      if (does != null) {
        does.run();
      }
    }

    @Override
    public void answered(UInt32 id, String text) {
      Shown one = find(id);
      if (one != null && one.note().reply() != null && !text.isBlank()) {
        one.note().reply().send().accept(text.strip());
      }
    }

    @Override
    public void closed(UInt32 id) {
      shown.values().removeIf(one -> one.id().equals(id));
    }

    @Override
    public void forgotten() {
      shown.clear();
    }

    private @Nullable Shown find(UInt32 id) {
      return shown.values().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }
  }
}
