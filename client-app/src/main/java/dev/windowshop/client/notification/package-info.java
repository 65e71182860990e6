/// The bell: what somebody may have missed, kept in the cache and shown from there; read on one
/// device, read on all. The `notification` thread writes, views live on the FX thread.
@NullMarked
package dev.windowshop.client.notification;

import org.jspecify.annotations.NullMarked;
