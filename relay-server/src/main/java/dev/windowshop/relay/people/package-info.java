/// Who people are to each other: profiles, settings, contacts, blocks, and who may do what to whom.
///
/// Routes run on virtual threads; [Permissions] are asked inside other features' units of work.
@NullMarked
package dev.windowshop.relay.people;

import org.jspecify.annotations.NullMarked;
