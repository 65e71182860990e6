/// Voice messages: recording from the microphone, playing at one's own speed. Knows no
/// conversations and no screen.
///
/// Threads: [VoiceRecorder] reads on a `microphone` thread, [VoicePlayer] writes on a `speaker`
/// thread; both can be called from any other and do not block it.
@NullMarked
package dev.windowshop.client.voice;

import org.jspecify.annotations.NullMarked;
