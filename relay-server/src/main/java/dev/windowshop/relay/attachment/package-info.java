/// Uploads: taken in one go or in pieces that resume, looked into, cleaned, and kept under the hash
/// of their content; given to those who may see them.
///
/// Routes run on virtual threads and write what arrives straight to disk; hashing, sniffing and
/// decoding run on this package's own few platform threads (`attachment-N`). What a file is, its
/// first bytes say, never its name: [dev.windowshop.relay.attachment.media] reads them.
@NullMarked
package dev.windowshop.relay.attachment;

import org.jspecify.annotations.NullMarked;
