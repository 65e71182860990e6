/// Backups: the whole of a relay, database and files, as one folder or zip file that any database
/// can be restored from. Runs on the command line's thread, beside a serving relay.
@NullMarked
package dev.windowshop.relay.backup;

import org.jspecify.annotations.NullMarked;
