/// What differs from system to system, each with what is done where a system does not have it:
/// folders, one running application, links, messages of the system, secrets, start at login.
/// Nothing here knows the application's features; what runs another program blocks for a moment and
/// is called from [dev.windowshop.client.platform.Workers#io].
@NullMarked
package dev.windowshop.client.platform.system;

import org.jspecify.annotations.NullMarked;
