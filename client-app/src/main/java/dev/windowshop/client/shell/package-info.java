/// The window: rail, top bar, pages in the middle, the dock on the right, what lies above them, and
/// where the shopper is and was. It knows the features only through the small interfaces here
/// ([Page], [DockContent], [CallStage]), which the features implement.
///
/// Everything here runs on the FX thread.
@NullMarked
package dev.windowshop.client.shell;

import org.jspecify.annotations.NullMarked;
