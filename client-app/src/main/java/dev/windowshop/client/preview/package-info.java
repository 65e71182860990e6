/// What the page behind a link says of itself, fetched by the app of whoever sends the link, so
/// that nobody who receives it tells the page anything. Fetches on the owned workers; nothing here
/// knows conversations or the FX thread.
@NullMarked
package dev.windowshop.client.preview;

import org.jspecify.annotations.NullMarked;
