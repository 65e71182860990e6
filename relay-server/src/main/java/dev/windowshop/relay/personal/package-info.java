/// What the relay holds about one person: handing it out, and erasing it. Features say what is
/// theirs by implementing [dev.windowshop.relay.personal.PersonalData].
///
/// Runs on virtual threads that may block.
@NullMarked
package dev.windowshop.relay.personal;

import org.jspecify.annotations.NullMarked;
