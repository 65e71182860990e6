/// What shoppers do, and what that suggests to them: events, forgetting, recommendations, and the
/// work that is done again now and then behind them.
///
/// Queries are answered from memory and from the shopper's own rows; models are rebuilt on a thread
/// of their own and put in place whole.
@NullMarked
package dev.windowshop.relay.interest;

import org.jspecify.annotations.NullMarked;
