/// What shoppers say about products, and who found it helpful.
///
/// Endpoints run on virtual threads. A product's rating is worked out of the rows whenever the
/// catalogue reads it.
@NullMarked
package dev.windowshop.relay.review;

import org.jspecify.annotations.NullMarked;
