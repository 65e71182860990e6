/// What a file is, by its content: pure readers of bytes without dependencies, so that they can be
/// tried with any input. Nothing here trusts a length or an offset that the bytes claim.
@NullMarked
package dev.windowshop.relay.attachment.media;

import org.jspecify.annotations.NullMarked;
