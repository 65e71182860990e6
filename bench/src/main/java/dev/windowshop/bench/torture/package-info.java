/// Whether anything acknowledged is ever lost: many senders behind a proxy that breaks their lines,
/// and a relay that is killed again and again. Clients run on virtual threads, one to send and one
/// to read each.
@NullMarked
package dev.windowshop.bench.torture;

import org.jspecify.annotations.NullMarked;
