/// The wire: every record, event name, command name and problem type that relay and client share.
///
/// The records are the API; there are no copies of them elsewhere. Names are camelCase fields and
/// snake_case socket events. Everything here is immutable and safe on any thread.
@NullMarked
package dev.windowshop.protocol;

import org.jspecify.annotations.NullMarked;
