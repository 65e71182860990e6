/// Reports, and what moderators do about them. Every act is one unit of work together with its row
/// in the log. Routes run on virtual threads; roles are read from the database on each request.
@NullMarked
package dev.windowshop.relay.moderation;

import org.jspecify.annotations.NullMarked;
