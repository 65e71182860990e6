package dev.windowshop.client.platform.notes;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// What locks the screen; each desktop has it under a name of its own. Public because the bus's
/// library makes it by reflection.
public interface ScreenSaver extends DBusInterface {
  @DBusMemberName("GetActive")
  boolean isActive();

  /// KDE and others.
  @DBusInterfaceName("org.freedesktop.ScreenSaver")
  interface OfFreedesktop extends ScreenSaver {}

  /// GNOME.
  @DBusInterfaceName("org.gnome.ScreenSaver")
  interface OfGnome extends ScreenSaver {}

  /// Cinnamon.
  @DBusInterfaceName("org.cinnamon.ScreenSaver")
  interface OfCinnamon extends ScreenSaver {}

  /// MATE.
  @DBusInterfaceName("org.mate.ScreenSaver")
  interface OfMate extends ScreenSaver {}
}
