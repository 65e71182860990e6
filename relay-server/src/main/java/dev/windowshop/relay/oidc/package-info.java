/// External OpenID Connect providers: what they publish, what their tokens say, the code flow.
/// Knows no accounts and no SQL.
///
/// Blocks its callers (virtual threads) while it asks a provider; nothing runs on its own.
@NullMarked
package dev.windowshop.relay.oidc;

import org.jspecify.annotations.NullMarked;
