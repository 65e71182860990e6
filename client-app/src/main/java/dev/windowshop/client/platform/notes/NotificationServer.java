package dev.windowshop.client.platform.notes;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// What shows notes on a desktop, as the Desktop Notifications Specification has it, with KDE's
/// [NotificationReplied]. The token that it gives for bringing a window up is left: JavaFX has no
/// use for it, and asks for the focus by itself. Public because the bus's library makes it by
/// reflection.
@DBusInterfaceName(NotificationServer.NAME)
public interface NotificationServer extends DBusInterface {
  String NAME = "org.freedesktop.Notifications";
  String PATH = "/org/freedesktop/Notifications";

  @DBusMemberName("GetCapabilities")
  List<String> capabilities();

  /// @param replaced the one whose place it takes; 0 for none
  /// @param actions a key and a label, in turn
  /// @param millis how long it stays; -1 for as long as the desktop likes
  /// @return its number
  @DBusMemberName("Notify")
  UInt32 show(
      String application,
      UInt32 replaced,
      String icon,
      String title,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int millis);

  @DBusMemberName("CloseNotification")
  void close(UInt32 id);

  /// One of its actions was chosen.
  @DBusMemberName("ActionInvoked")
  class ActionInvoked extends DBusSignal {
    private final UInt32 id;
    private final String action;

    public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
      super(path, id, action);
      this.id = id;
      this.action = action;
    }

    UInt32 id() {
      return id;
    }

    String action() {
      return action;
    }
  }

  /// Something was written in its line.
  @DBusMemberName("NotificationReplied")
  class NotificationReplied extends DBusSignal {
    private final UInt32 id;
    private final String text;

    public NotificationReplied(String path, UInt32 id, String text) throws DBusException {
      super(path, id, text);
      this.id = id;
      this.text = text;
    }

    UInt32 id() {
      return id;
    }

    String text() {
      return text;
    }
  }

  /// It is gone: over, waved away, or closed by us.
  @DBusMemberName("NotificationClosed")
  class NotificationClosed extends DBusSignal {
    private final UInt32 id;

    public NotificationClosed(String path, UInt32 id, UInt32 reason) throws DBusException {
      super(path, id, reason);
      this.id = id;
    }

    UInt32 id() {
      return id;
    }
  }
}
