package dev.windowshop.client.notification;

import dev.windowshop.protocol.Notification;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One line of the bell.
///
/// @param words what happened
/// @param preview the beginning of what was written; null where it may not be shown
/// @param person whose picture stands there; null for none
/// @param unread whether it draws attention
record BellEntry(
    Notification notification,
    String words,
    @Nullable String preview,
    @Nullable String person,
    @Nullable String picture,
    Feather icon,
    String time,
    boolean unread) {}
