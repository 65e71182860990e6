/// Drawn pictures: vector illustrations by kind of product, people, shops and categories.
///
/// Everything is a pure function of its arguments and draws into memory only: no display, no fonts,
/// no files. Callers run it on a bounded pool, since a picture costs milliseconds of CPU.
@NullMarked
package dev.windowshop.relay.demo.picture;

import org.jspecify.annotations.NullMarked;
