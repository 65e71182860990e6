/// Uploads and downloads against a whole relay.
@NullMarked
package dev.windowshop.relay.attachment;

import org.jspecify.annotations.NullMarked;
