package dev.windowshop.relay.people;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Settings;
import java.util.Collection;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// Who may do what to whom, by blocks and by everybody's own privacy settings. The one place where
/// features ask. Called inside units of work.
public interface Permissions {
  /// How somebody comes into a group.
  enum Adding {
    AT_ONCE,
    /// They chose "ask me first": invite them.
    ASK,
    NO
  }

  /// Whether one may write to somebody: by their choice, or because they have answered already.
  ///
  /// @param answered asked only where it matters
  /// @throws ProblemException 403 saying no more than that it is so
  void requireMayWrite(Handle handle, String from, String to, BooleanSupplier answered);

  /// Whether what is going on between two people may go on: an answer in their conversation, a
  /// shopper's question to a shop, which is there to be asked. Only a block forbids that.
  ///
  /// @throws ProblemException 403 saying no more than that it is so
  void requireMayAnswer(Handle handle, String from, String to);

  /// Whether one may ring somebody outside of a group.
  ///
  /// @throws ProblemException 403 saying no more than that it is so
  void requireMayCall(Handle handle, String from, String to);

  /// Those of the others whom this one lets see the network address, themselves among them.
  Set<String> seeingAddress(Handle handle, String person, Collection<String> others);

  /// Those of a group's members whom a call of this one rings. The others may still join it.
  Set<String> rung(Handle handle, String from, Collection<String> members);

  Adding adding(Handle handle, String actor, String user);

  /// Those of these people whose presence this one sees.
  Set<String> seenBy(Handle handle, String viewer, Collection<String> people);

  /// Those of these people who see this one's presence.
  Set<String> seeing(Handle handle, String person, Collection<String> viewers);

  /// Those of these people whose stories this one may see, if they have chatted.
  Set<String> storiesSeenBy(Handle handle, String viewer, Collection<String> authors);

  /// Those of these people who may see this one's stories, if they have chatted.
  Set<String> seeingStories(Handle handle, String author, Collection<String> viewers);

  /// Those of these people who have blocked this one, or whom this one has blocked.
  Set<String> apartFrom(Handle handle, String person, Collection<String> others);

  /// Those of these people whose settings let this draw attention to itself.
  Set<String> wanting(
      Handle handle, Collection<String> people, Predicate<Settings.Notifications> topic);

  /// Those of these people who have switched read receipts off.
  Set<String> withoutReceipts(Handle handle, Collection<String> people);
}
