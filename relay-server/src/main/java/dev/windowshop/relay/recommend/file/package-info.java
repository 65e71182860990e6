/// The engine driven from files: reads events, users and items, writes answers.
///
/// Runs on the command line's thread; answering is spread over the processors.
@NullMarked
package dev.windowshop.relay.recommend.file;

import org.jspecify.annotations.NullMarked;
