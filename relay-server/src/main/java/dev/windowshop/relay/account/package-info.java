/// People: signing up and in, refresh-token sessions, profiles, finding each other.
///
/// Endpoints run on virtual threads; Argon2id runs on a small pool of platform threads of its own.
@NullMarked
package dev.windowshop.relay.account;

import org.jspecify.annotations.NullMarked;
