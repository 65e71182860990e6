/// Calls as a person has them: ringing, answering, tiles, hanging up.
///
/// [dev.windowshop.client.call.CallService] owns the state and changes it on its one thread,
/// `call`: a pure function from state and event to state and effects, the effects after it. It
/// drives the media engine and the signalling; views bind to view models on the FX thread.
@NullMarked
package dev.windowshop.client.call;

import org.jspecify.annotations.NullMarked;
