@NullMarked
package dev.windowshop.relay.attachment.media;

import org.jspecify.annotations.NullMarked;
