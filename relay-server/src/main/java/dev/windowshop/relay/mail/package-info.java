/// Sending mail: one seam, and SMTP behind it. Knows nothing of accounts.
///
/// [dev.windowshop.relay.mail.Mailer#send] blocks its caller, a virtual thread.
@NullMarked
package dev.windowshop.relay.mail;

import org.jspecify.annotations.NullMarked;
