package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Settings;

/// What somebody can switch off.
public enum Topic {
  MESSAGES,
  GROUPS,
  CALLS,
  ORDERS,
  OFFERS;

  boolean isOn(Settings.Notifications settings) {
    return switch (this) {
      case MESSAGES -> settings.messages();
      case GROUPS -> settings.groups();
      case CALLS -> settings.calls();
      case ORDERS -> settings.orders();
      case OFFERS -> settings.offers();
    };
  }
}
