package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GroupViewModelTest {
  private static final Product PICKED = Samples.product();
  private static final Function<String, CompletableFuture<List<Product>>> PICKS =
      id -> CompletableFuture.completedFuture(id.equals("group") ? List.of(PICKED) : List.of());

  private final FakeChats chats = new FakeChats();
  private final List<String> said = new ArrayList<>();

  private static Participant in(User user, Role role) {
    return new Participant(user, role, Samples.NOON, 0, 0);
  }

  private GroupViewModel open(Role own, Role bens) {
    chats.conversations.set(
        List.of(
            Samples.conversation(
                "group",
                ConversationKind.GROUP,
                "Market",
                null,
                List.of(in(Samples.CLEO, Role.MEMBER), in(Samples.ANA, own), in(Samples.BEN, bens)),
                null,
                0)));
    return new GroupViewModel("group", chats, PICKS, Runnable::run, said::add);
  }

  private static GroupViewModel.Member of(GroupViewModel model, User user) {
    return model.members().stream()
        .filter(member -> member.user().id().equals(user.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGroupIsShownWhatMayPleaseAllOfIt() {
    try (GroupViewModel model = open(Role.MEMBER, Role.OWNER)) {
      assertEquals(List.of(PICKED), model.forAll());
    }
  }

  @Test
  void anOwnerMayDoEverythingWithThoseBelow() {
    try (GroupViewModel model = open(Role.OWNER, Role.ADMIN)) {
      assertTrue(model.owns());
      assertEquals(List.of(), of(model, Samples.ANA).acts(), "nothing with oneself");
      assertEquals(
          List.of(
              GroupViewModel.Act.MAKE_MEMBER,
              GroupViewModel.Act.HAND_OVER,
              GroupViewModel.Act.REMOVE),
          of(model, Samples.BEN).acts());
      model.act(of(model, Samples.BEN), GroupViewModel.Act.HAND_OVER);
      assertEquals(List.of("transfer " + Samples.BEN.id()), chats.groups.done);
      assertEquals(List.of("Ben Okafor owns the group now."), said);
    }
  }

  @Test
  void anAdminReachesMembersOnly() {
    try (GroupViewModel model = open(Role.ADMIN, Role.OWNER)) {
      assertTrue(model.leads());
      assertEquals(List.of(), of(model, Samples.BEN).acts());
      assertEquals(
          List.of(GroupViewModel.Act.MAKE_ADMIN, GroupViewModel.Act.REMOVE),
          of(model, Samples.CLEO).acts());
    }
  }

  @Test
  void aMemberOnlyLeaves() {
    try (GroupViewModel model = open(Role.MEMBER, Role.OWNER)) {
      assertFalse(model.leads());
      assertTrue(model.members().stream().allMatch(member -> member.acts().isEmpty()));
      assertEquals(Role.OWNER, model.members().getFirst().role(), "the owner comes first");
      model.leave();
      assertEquals(List.of("leave"), chats.groups.done);
    }
  }
}
