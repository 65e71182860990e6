/// Newer versions of the app: asked of the relay, believed only with the signature of the key that
/// this one was built with, fetched whole, and handed to the system's installer when somebody says
/// so. Whatever goes wrong leaves the running version as it is.
@NullMarked
package dev.windowshop.client.update;

import org.jspecify.annotations.NullMarked;
