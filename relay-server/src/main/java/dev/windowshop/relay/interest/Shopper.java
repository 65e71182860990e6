package dev.windowshop.relay.interest;

import dev.windowshop.relay.recommend.Taste;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is shown something.
///
/// @param key of the actor; null for somebody who is neither signed in nor a guest with an id
/// @param hidden ids of what was bought or is not wanted
/// @param taste what they say they like
record Shopper(@Nullable String key, Set<String> hidden, Taste taste) {}
