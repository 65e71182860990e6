/// What somebody may have missed: kept for a while, told to all their devices, read on one read on
/// all. Services run on the caller's thread, which may block; [Notifier] runs inside the units of
/// work of the features where things happen.
@NullMarked
package dev.windowshop.relay.notification;

import org.jspecify.annotations.NullMarked;
