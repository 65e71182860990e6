/// People of the demo shop who are programs: the sellers answer, a friend can be called. They are
/// ordinary clients of the public protocol, made of the app's own services without a window.
///
/// Threads: each client has those of its services; what is said is decided on the I/O executor.
@NullMarked
package dev.windowshop.client.demo;

import org.jspecify.annotations.NullMarked;
