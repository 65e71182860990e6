package dev.windowshop.relay.people;

import dev.windowshop.protocol.Audience;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Settings;
import dev.windowshop.protocol.Settings.Privacy;
import dev.windowshop.relay.people.PrivacyRules.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// [Permissions] from what is stored. Stateless.
public final class Relations implements Permissions {
  private final RelationRepository relations = new RelationRepository();
  private final SettingsRepository settings = new SettingsRepository();

  @Override
  public void requireMayWrite(Handle handle, String from, String to, BooleanSupplier answered) {
    Standing standing = requireTogether(handle, from, to, "write to");
    if (!PrivacyRules.allows(privacyOf(handle, to).whoMayMessage(), standing)
        && !answered.getAsBoolean()) {
      throw cannot("message");
    }
  }

  @Override
  public void requireMayAnswer(Handle handle, String from, String to) {
    requireTogether(handle, from, to, "write to");
  }

  @Override
  public void requireMayCall(Handle handle, String from, String to) {
    Standing standing = requireTogether(handle, from, to, "call");
    if (!PrivacyRules.allows(privacyOf(handle, to).whoMayCall(), standing)) {
      throw cannot("call");
    }
  }

  @Override
  public Set<String> rung(Handle handle, String from, Collection<String> members) {
    return chosen(
        handle,
        from,
        members,
        (privacy, standing) -> PrivacyRules.rings(privacy.whoMayCall(), standing));
  }

  @Override
  public Adding adding(Handle handle, String actor, String user) {
    return actor.equals(user)
        ? Adding.AT_ONCE
        : PrivacyRules.adding(
            privacyOf(handle, user).whoMayAddToGroups(), standing(handle, actor, user));
  }

  @Override
  public Set<String> seenBy(Handle handle, String viewer, Collection<String> people) {
    return chosen(
        handle,
        viewer,
        people,
        (privacy, standing) -> PrivacyRules.allows(privacy.whoSeesPresence(), standing));
  }

  @Override
  public Set<String> seeing(Handle handle, String person, Collection<String> viewers) {
    return reached(handle, person, viewers, Privacy::whoSeesPresence);
  }

  @Override
  public Set<String> storiesSeenBy(Handle handle, String viewer, Collection<String> authors) {
    return chosen(
        handle,
        viewer,
        authors,
        (privacy, standing) -> PrivacyRules.allows(privacy.whoSeesStories(), standing));
  }

  @Override
  public Set<String> seeingStories(Handle handle, String author, Collection<String> viewers) {
    return reached(handle, author, viewers, Privacy::whoSeesStories);
  }

  @Override
  public Set<String> seeingAddress(Handle handle, String person, Collection<String> others) {
    return reached(handle, person, others, Privacy::whoSeesAddress);
  }

  /// Those of the others who belong to the audience that this one chose; oneself always does.
  private Set<String> reached(
      Handle handle, String person, Collection<String> others, Function<Privacy, Audience> choice) {
    Audience audience = choice.apply(privacyOf(handle, person));
    Set<String> blocking = relations.blockedBy(handle, person, others);
    Set<String> blocked = relations.blockersOf(handle, person, others);
    Set<String> contacts = relations.contactsAmong(handle, person, others);
    return others.stream()
        .filter(other ->
            other.equals(person)
                || PrivacyRules.allows(
                    audience,
                    new Standing(
                        blocking.contains(other),
                        blocked.contains(other),
                        contacts.contains(other))))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> apartFrom(Handle handle, String person, Collection<String> others) {
    Set<String> apart = new java.util.HashSet<>(relations.blockedBy(handle, person, others));
    apart.addAll(relations.blockersOf(handle, person, others));
    return Set.copyOf(apart);
  }

  @Override
  public Set<String> withoutReceipts(Handle handle, Collection<String> people) {
    return settings.privacyOf(handle, people).entrySet().stream()
        .filter(entry -> !entry.getValue().readReceipts())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> wanting(
      Handle handle, Collection<String> people, Predicate<Settings.Notifications> topic) {
    Map<String, Settings.Notifications> chosen = settings.notificationsOf(handle, people);
    return people.stream()
        .filter(one -> topic.test(chosen.getOrDefault(one, Settings.Notifications.DEFAULT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those of the others whose choice and standing pass; oneself always does.
  private Set<String> chosen(
      Handle handle, String from, Collection<String> others, BiPredicate<Privacy, Standing> rule) {
    Map<String, Privacy> privacy = settings.privacyOf(handle, others);
    Set<String> blockers = relations.blockersOf(handle, from, others);
    Set<String> blocked = relations.blockedBy(handle, from, others);
    Set<String> having = relations.havingAsContact(handle, from, others);
    return others.stream()
        .filter(other ->
            other.equals(from)
                || rule.test(
                    privacy.getOrDefault(other, Privacy.DEFAULT),
                    new Standing(
                        blockers.contains(other), blocked.contains(other), having.contains(other))))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Standing standing(Handle handle, String from, String to) {
    return relations.standing(handle, from, to);
  }

  private Standing requireTogether(Handle handle, String from, String to, String doing) {
    if (relations.isGone(handle, to)) {
      throw ProblemException.forbidden("This account was deleted.");
    }
    Standing standing = standing(handle, from, to);
    if (standing.blocks()) {
      throw ProblemException.forbidden("You've blocked them. Unblock them to " + doing + " them.");
    }
    if (standing.blocked()) {
      throw cannot(doing.equals("call") ? "call" : "message");
    }
    return standing;
  }

  private Privacy privacyOf(Handle handle, String userId) {
    return settings.privacyOf(handle, List.of(userId)).getOrDefault(userId, Privacy.DEFAULT);
  }

  /// The same whether they blocked one or let only some people do it.
  private static ProblemException cannot(String doing) {
    return ProblemException.forbidden("You can't " + doing + " this person.");
  }
}
