package dev.windowshop.client.platform.notes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// Shows notes as a desktop does, and tells what came.
final class SampleDesktop implements NotificationServer, AutoCloseable {
  /// What was to be shown.
  record Note(
      UInt32 id,
      UInt32 replaced,
      String title,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints) {
    Object hint(String name) {
      return Objects.requireNonNull(hints.get(name)).getValue();
    }
  }

  final BlockingQueue<Note> shown = new LinkedBlockingQueue<>();
  final BlockingQueue<UInt32> closed = new LinkedBlockingQueue<>();
  private final DBusConnection connection;
  private final List<String> capabilities;

  /// On the bus's thread alone.
  private int last;

  /// On the bus when this returns.
  SampleDesktop(SessionBus bus, String... capabilities) throws DBusException {
    this.capabilities = List.of(capabilities);
    connection = bus.connect();
    connection.exportObject(PATH, this);
    connection.requestBusName(NAME);
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public List<String> capabilities() {
    return capabilities;
  }

  @Override
  public UInt32 show(
      String application,
      UInt32 replaced,
      String icon,
      String title,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int millis) {
    UInt32 id = replaced.intValue() == 0 ? new UInt32(++last) : replaced;
    shown.add(new Note(id, replaced, title, body, actions, hints));
    return id;
  }

  @Override
  public void close(UInt32 id) {
    closed.add(id);
  }

  void choose(UInt32 id, String action) throws DBusException {
    connection.sendMessage(new ActionInvoked(PATH, id, action));
  }

  void answer(UInt32 id, String text) throws DBusException {
    connection.sendMessage(new NotificationReplied(PATH, id, text));
  }

  void waveAway(UInt32 id) throws DBusException {
    connection.sendMessage(new NotificationClosed(PATH, id, new UInt32(2)));
  }

  /// Off the bus, once everybody who called has been answered: answers go out in the order of the
  /// calls, and this one is the last.
  @Override
  public void close() throws DBusException {
    List<String> answer =
        connection
            .getRemoteObject(connection.getUniqueName(), PATH, NotificationServer.class)
            .capabilities();
    if (!answer.equals(capabilities)) {
      throw new IllegalStateException("another desktop answered: " + answer);
    }
    connection.disconnect();
  }
}
