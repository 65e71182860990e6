package dev.windowshop.client.platform.notes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to the session's bus, and what shows notes there, whichever process that is at
/// the time. Used on the notes' thread alone, and blocks it: what the bus says is handed on to it.
final class BusConnection {
  private static final Logger LOG = LoggerFactory.getLogger(BusConnection.class);
  private static final String BUS = "org.freedesktop.DBus";
  private static final String BUS_PATH = "/org/freedesktop/DBus";
  private static final String APPLICATION = "Windowshop";
  private static final String ICON = "windowshop";
  private static final UInt32 NOTHING = new UInt32(0);
  private static final int AS_LONG_AS_THE_DESKTOP_LIKES = -1;

  /// By name, and where it is there.
  private static final Map<Class<? extends ScreenSaver>, String> SCREEN_SAVERS =
      Map.of(
          ScreenSaver.OfFreedesktop.class, "org.freedesktop.ScreenSaver",
          ScreenSaver.OfGnome.class, "org.gnome.ScreenSaver",
          ScreenSaver.OfCinnamon.class, "org.cinnamon.ScreenSaver",
          ScreenSaver.OfMate.class, "org.mate.ScreenSaver");

  private final DBusConnection connection;
  private final DBus bus;
  private final NotificationServer server;

  /// Who shows notes, by the name that cannot be another's; null until asked for.
  private @Nullable String owner;

  private Set<String> capabilities = Set.of();

  /// What is heard, each on the notes' thread.
  interface Listener {
    void chosen(UInt32 id, String action);

    void answered(UInt32 id, String text);

    void closed(UInt32 id);

    /// What was shown is gone, with whoever showed it.
    void forgotten();
  }

  private BusConnection(DBusConnection connection) throws DBusException {
    this.connection = connection;
    this.bus = connection.getRemoteObject(BUS, BUS_PATH, DBus.class);
    this.server =
        connection.getRemoteObject(
            NotificationServer.NAME, NotificationServer.PATH, NotificationServer.class);
  }

  /// @param notes runs work on the notes' thread
  /// @param lost hears that the bus is gone, on the bus's own thread
  static BusConnection open(
      String address, Consumer<Runnable> notes, Listener listener, Runnable lost)
      throws DBusException {
    // One thread for signals: they are told in their order.
    DBusConnection made =
        DBusConnectionBuilder.forAddress(address)
            .withShared(false)
            .receivingThreadConfig()
            .withSignalThreadCount(1)
            .withMethodCallThreadCount(1)
            .withMethodReturnThreadCount(1)
            .withErrorHandlerThreadCount(1)
            .connectionConfig()
            .withDisconnectCallback(
                new IDisconnectCallback() {
                  @Override
                  public void disconnectOnError(java.io.IOException why) {
                    lost.run();
                  }
                })
            .build();
    try {
      BusConnection opened = new BusConnection(made);
      opened.listen(notes, listener);
      return opened;
    } catch (DBusException | RuntimeException e) {
      made.disconnect();
      throw e;
    }
  }

  private void listen(Consumer<Runnable> notes, Listener listener) throws DBusException {
    var unused =
        List.of(
            connection.addSigHandler(
                DBus.NameOwnerChanged.class,
                told -> {
                  if (told.name.equals(NotificationServer.NAME)) {
                    notes.accept(() -> ownerIs(told.newOwner, listener));
                  }
                }),
            connection.addSigHandler(
                NotificationServer.ActionInvoked.class,
                told ->
                    notes.accept(() -> {
                      if (isOfOwner(told.getSource())) {
                        listener.chosen(told.id(), told.action());
                      }
                    })),
            connection.addSigHandler(
                NotificationServer.NotificationReplied.class,
                told ->
                    notes.accept(() -> {
                      if (isOfOwner(told.getSource())) {
                        listener.answered(told.id(), told.text());
                      }
                    })),
            connection.addSigHandler(
                NotificationServer.NotificationClosed.class,
                told ->
                    notes.accept(() -> {
                      if (isOfOwner(told.getSource())) {
                        listener.closed(told.id());
                      }
                    })));
  }

  /// Signals of others about notes are not ours: numbers begin anew with each server.
  private boolean isOfOwner(String source) {
    return source.equals(owner);
  }

  private void ownerIs(String now, Listener listener) {
    if (!now.equals(owner)) {
      owner = null;
      listener.forgotten();
    }
  }

  /// What the desktop's notes can do; starts whatever shows them. The bus is asked who that is each
  /// time: it tells of a change, but an answer may be faster.
  Set<String> capabilities(Listener listener) {
    if (bus.NameHasOwner(NotificationServer.NAME)) {
      ownerIs(bus.GetNameOwner(NotificationServer.NAME), listener);
    } else {
      ownerIs("", listener);
    }
    if (owner == null) {
      capabilities = Set.copyOf(server.capabilities());
      owner = bus.GetNameOwner(NotificationServer.NAME);
    }
    return capabilities;
  }

  UInt32 show(
      @Nullable UInt32 replaced,
      String title,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints) {
    return server.show(
        APPLICATION,
        replaced == null ? NOTHING : replaced,
        ICON,
        title,
        body,
        actions,
        hints,
        AS_LONG_AS_THE_DESKTOP_LIKES);
  }

  void close(UInt32 id) {
    server.close(id);
  }

  /// Whether the screen is locked, as far as anything here knows.
  boolean isLocked() {
    for (var one : SCREEN_SAVERS.entrySet()) {
      String name = one.getValue();
      try {
        if (bus.NameHasOwner(name)
            && connection
                .getRemoteObject(name, "/" + name.replace('.', '/'), one.getKey())
                .isActive()) {
          return true;
        }
      } catch (DBusException | DBusExecutionException e) {
        // A screen saver that can only be told to wait says so: the next may know.
        continue;
      }
    }
    return false;
  }

  boolean isConnected() {
    return connection.isConnected();
  }

  /// The library fails at that when the bus went while it was asked something.
  void disconnect() {
    try {
      connection.disconnect();
    } catch (RuntimeException e) {
      LOG.debug("disconnecting from a bus that is gone: {}", e.toString());
    }
  }
}
