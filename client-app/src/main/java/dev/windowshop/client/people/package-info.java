/// Other people: finding them, their cards, contacts, blocks, reports, and what one has set about
/// who may reach one.
///
/// Services run their requests on virtual threads and are told of changes on the socket's thread;
/// views and view models live on the FX thread.
@NullMarked
package dev.windowshop.client.people;

import org.jspecify.annotations.NullMarked;
