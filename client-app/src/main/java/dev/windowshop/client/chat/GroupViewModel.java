package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A group as its page shows it: who is in it, who is on the way in, and what one may do.
public final class GroupViewModel implements AutoCloseable {
  /// A day, a week, or as long as the relay allows.
  private static final long LINK_SECONDS = 7 * 86_400L;

  /// What can be done with a member, by whoever looks.
  public enum Act {
    MAKE_ADMIN,
    MAKE_MEMBER,
    HAND_OVER,
    REMOVE
  }

  public record Member(User user, Role role, boolean oneself, List<Act> acts) {}

  private final String id;
  private final Chats chats;
  private final Executor ui;
  private final Consumer<String> said;
  private final Subscription observing;
  private final ReadOnlyObjectWrapper<@Nullable Conversation> conversation =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Role> role = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Member> members = FXCollections.observableArrayList();
  private final ObservableList<Invite> invites = FXCollections.observableArrayList();
  private final ObservableList<Product> forAll = FXCollections.observableArrayList();
  private boolean asked;

  /// @param picks what may please all of them
  /// @param said told what came of something, in words
  public GroupViewModel(
      String id,
      Chats chats,
      Function<String, CompletableFuture<List<Product>>> picks,
      Executor ui,
      Consumer<String> said) {
    this.id = id;
    this.chats = chats;
    this.ui = ui;
    this.said = said;
    this.observing =
        Subscription.of(
            chats.conversations().observe(all -> ui.execute(() -> show(all))),
            chats.groups().changes().observe(_ -> ui.execute(this::askInvites)));
    picks.apply(id).thenAccept(found -> ui.execute(() -> forAll.setAll(found)));
  }

  public String id() {
    return id;
  }

  public ReadOnlyObjectProperty<@Nullable Conversation> conversation() {
    return conversation.getReadOnlyProperty();
  }

  /// One's own; null when one is not in it.
  public ReadOnlyObjectProperty<@Nullable Role> role() {
    return role.getReadOnlyProperty();
  }

  public ObservableList<Member> members() {
    return members;
  }

  /// Links, who is invited, and who asks to be let in; for owner and admins.
  public ObservableList<Invite> invites() {
    return invites;
  }

  /// What may please all of them, the best first.
  public ObservableList<Product> forAll() {
    return forAll;
  }

  /// Whether one may add people, invite, and change what the group is called.
  public boolean leads() {
    return role.get() == Role.OWNER || role.get() == Role.ADMIN;
  }

  public boolean owns() {
    return role.get() == Role.OWNER;
  }

  private void show(List<Conversation> all) {
    for (Conversation now : all) {
      if (now.id().equals(id)) {
        show(now);
        return;
      }
    }
  }

  private void show(Conversation now) {
    String ownId = chats.ownId();
    Role before = role.get();
    role.set(
        now.participants().stream()
            .filter(participant -> participant.user().id().equals(ownId))
            .map(Participant::role)
            .findFirst()
            .orElse(null));
    conversation.set(now);
    List<Member> sorted = new ArrayList<>();
    now.participants().stream()
        .sorted(
            Comparator.comparing(Participant::role)
                .thenComparing(participant -> participant.user().displayName()))
        .forEach(participant -> sorted.add(member(participant, ownId)));
    Lists.replace(members, sorted);
    if (!asked || before != role.get()) {
      askInvites();
    }
  }

  private Member member(Participant participant, @Nullable String ownId) {
    boolean oneself = participant.user().id().equals(ownId);
    List<Act> acts = new ArrayList<>();
    Role mine = role.get();
    boolean below = mine != null && mine.compareTo(participant.role()) < 0;
    if (leads() && below && !oneself) {
      if (participant.role() == Role.MEMBER) {
        acts.add(Act.MAKE_ADMIN);
      } else {
        acts.add(Act.MAKE_MEMBER);
      }
      if (owns()) {
        acts.add(Act.HAND_OVER);
      }
      acts.add(Act.REMOVE);
    }
    return new Member(participant.user(), participant.role(), oneself, List.copyOf(acts));
  }

  private void askInvites() {
    if (!leads()) {
      invites.clear();
      return;
    }
    asked = true;
    chats
        .groups()
        .invites(id)
        .whenComplete((all, _) ->
            ui.execute(() -> {
              if (all != null) {
                Lists.replace(invites, all);
              }
            }));
  }

  public void act(Member member, Act act) {
    String userId = member.user().id();
    String name = member.user().displayName();
    switch (act) {
      case MAKE_ADMIN ->
          doing(chats.groups().setRole(id, userId, Role.ADMIN), name + " is an admin now.");
      case MAKE_MEMBER ->
          doing(chats.groups().setRole(id, userId, Role.MEMBER), name + " is a member now.");
      case HAND_OVER -> doing(chats.groups().transfer(id, userId), name + " owns the group now.");
      case REMOVE -> doing(chats.groups().remove(id, userId), name + " is no longer in the group.");
    }
  }

  public void add(User user) {
    chats
        .groups()
        .add(id, user.id())
        .whenComplete((invited, failure) ->
            ui.execute(() ->
                said.accept(
                    failure != null
                        ? Reasons.of(failure)
                        : invited
                            ? user.displayName() + " wants to be asked first, and was invited."
                            : user.displayName() + " is in the group.")));
  }

  /// @param maxMembers never below who is in it
  public void describe(String name, String description, int maxMembers) {
    doing(
        chats
            .groups()
            .describe(
                id, new Conversation.Patch(name, description, null, null, maxMembers, null, null)),
        "Saved.");
  }

  /// @param picture a file; null takes it away
  public void setPicture(@Nullable Path picture) {
    doing(
        chats.groups().setPicture(id, picture),
        picture == null ? "The picture is gone." : "The group has a new picture.");
  }

  public void setPrivate(boolean on) {
    doing(
        chats.groups().describe(id, new Conversation.Patch(null, null, null, on, null, null, null)),
        on ? "Only who is let in gets in now." : "Anybody may walk in now.");
  }

  public void setSharesHistory(boolean on) {
    doing(
        chats.groups().describe(id, new Conversation.Patch(null, null, null, null, null, on, null)),
        on
            ? "New members see what was said before."
            : "New members see what is said from then on.");
  }

  public void setClosed(boolean on) {
    doing(
        chats.groups().describe(id, new Conversation.Patch(null, null, null, null, null, null, on)),
        on ? "The group is closed." : "The group is open again.");
  }

  public void leave() {
    doing(chats.groups().leave(id), "You left the group. What you had of it stays here.");
  }

  /// @param made told the link
  public void makeLink(Consumer<String> made) {
    chats
        .groups()
        .link(id, null, LINK_SECONDS)
        .whenComplete((invite, failure) ->
            ui.execute(() -> {
              if (failure != null) {
                said.accept(Reasons.of(failure));
              } else if (invite.token() != null) {
                made.accept(JoinLink.to(invite.token()));
              }
            }));
  }

  public void revoke(Invite invite) {
    doing(chats.groups().revoke(invite.id()), "Taken back.");
  }

  public void answer(Invite request, boolean yes) {
    if (yes) {
      doing(
          chats.groups().accept(request.id()).thenAccept(_ -> {}),
          request.inviter().displayName() + " is in the group.");
    } else {
      doing(chats.groups().decline(request.id()), "Declined.");
    }
  }

  private void doing(CompletableFuture<Void> work, String done) {
    work.whenComplete((_, failure) ->
        ui.execute(() -> said.accept(failure == null ? done : Reasons.of(failure))));
  }

  @Override
  public void close() {
    observing.close();
  }
}
