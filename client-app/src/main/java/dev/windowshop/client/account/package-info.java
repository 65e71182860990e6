/// Who uses the app: a guest, or somebody signed in; their tokens and the guest's own number.
///
/// Threads: safe from any; what asks the relay runs on the I/O executor.
@NullMarked
package dev.windowshop.client.account;

import org.jspecify.annotations.NullMarked;
