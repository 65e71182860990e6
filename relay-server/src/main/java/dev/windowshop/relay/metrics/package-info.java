/// What is counted, for Prometheus. Nothing in it names a user. Any thread; the registry is made
/// behind the start, so that it costs it nothing.
@NullMarked
package dev.windowshop.relay.metrics;

import org.jspecify.annotations.NullMarked;
