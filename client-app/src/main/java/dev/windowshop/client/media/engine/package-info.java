/// The media engine itself, over webrtc-java, which can abort its process: see `process` for how
/// that is kept from the window.
///
/// One thread, `media-engine`, makes, calls and frees everything native. Callbacks from native
/// threads copy what they need, post it to that thread and return; an exception out of one would
/// abort the process. Pictures are the exception: they are pushed and converted on threads of their
/// own. Order of release: sinks, connections, tracks, sources, factory, audio module.
@NullMarked
package dev.windowshop.client.media.engine;

import org.jspecify.annotations.NullMarked;
