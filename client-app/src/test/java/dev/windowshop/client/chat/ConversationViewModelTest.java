package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.PresenceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ConversationViewModelTest {
  private final FakeChats chats = new FakeChats();

  @Test
  void theHeaderSaysWhoItIsWithAndWhetherTheyAreThere() {
    chats.put(Samples.listing());
    try (ConversationViewModel model = open()) {
      assertEquals("Nordlicht", model.heading().title().get());
      assertEquals(Samples.product(), model.heading().product().get());
      assertEquals("Last here 10:00", model.heading().subtitle().get());
      chats.presence.set(Map.of(Samples.BEN.id(), PresenceStatus.ONLINE));
      assertEquals("Online", model.heading().subtitle().get());
      assertTrue(model.heading().online().get());
      chats.typing.set(Map.of("chat", List.of("Ben Okafor")));
      assertEquals("Ben Okafor is writing…", model.writing().get());
    }
  }

  @Test
  void whatIsSeenIsMarkedRead() {
    chats.put(unread(2));
    try (ConversationViewModel model = open()) {
      assertEquals(List.of(), chats.read);
      model.setSeen(true);
      assertEquals(List.of("chat"), chats.read);
      model.setSeen(false);
      chats.put(unread(3));
      assertEquals(1, chats.read.size());
    }
  }

  @Test
  void nothingIsSentOfNothing() {
    chats.put(Samples.listing());
    try (ConversationViewModel model = open()) {
      model.composer().text().set("  \n ");
      assertFalse(model.composer().send());
      model.composer().text().set(" hello \n");
      assertTrue(model.composer().send());
      assertEquals(List.of("hello"), chats.sent);
    }
  }

  @Test
  void beingOfflineIsSaid() {
    try (ConversationViewModel model = open()) {
      assertEquals("", model.notice().get());
      chats.connection.set(new ConnectionState.Offline("no"));
      assertTrue(model.notice().get().startsWith("You're offline."));
    }
  }

  @Test
  void theListCountsWhatIsUnreadAndLeavesOutWhatWasNeverWrittenIn() {
    Conversation empty =
        Samples.conversation("empty", ConversationKind.DIRECT, "Cléo", null, List.of(), null, 0);
    chats.conversations.set(List.of(unread(2).conversation(), empty));
    try (ConversationListViewModel model =
        new ConversationListViewModel(chats, Runnable::run, Samples.WORDING)) {
      assertEquals(1, model.tiles().size());
      assertEquals(2, model.unread().get());
      assertEquals("Perfect, I'll take the smoked one", model.tiles().getFirst().preview());
      chats.typing.set(Map.of("chat", List.of("Ben")));
      assertEquals("Ben is writing…", model.tiles().getFirst().preview());
    }
  }

  @Test
  void aSellersInboxHoldsWhatIsAskedAboutTheirProductsOnly() {
    Conversation friends =
        Samples.conversation(
            "friends",
            ConversationKind.DIRECT,
            "Cléo",
            null,
            List.of(),
            Samples.message(1, Samples.CLEO, Samples.NOON, "Hello"),
            1);
    chats.conversations.set(List.of(unread(3).conversation(), friends));
    chats.ownId = Samples.BEN.id();
    try (ConversationListViewModel model =
        ConversationListViewModel.ofListings(chats, Runnable::run)) {
      assertEquals(List.of("chat"), model.tiles().stream().map(Tile::id).toList());
      assertEquals(3, model.unread().get());
      // What one asks others about is no question to oneself.
      chats.ownId = Samples.ANA.id();
      chats.conversations.set(List.of(unread(4).conversation(), friends));
      assertEquals(List.of(), model.tiles());
    }
  }

  @Test
  void aGuestWhoSignsInSeesThatEvenWithoutConversations() {
    chats.ownId = null;
    try (ConversationListViewModel model =
        new ConversationListViewModel(chats, Runnable::run, Samples.WORDING)) {
      assertFalse(model.signedIn().get());
      chats.ownId = Samples.ANA.id();
      chats.conversations.set(List.of());
      assertTrue(model.signedIn().get());
    }
  }

  @Test
  void olderLinesComeAboveAndLeaveTheRestAlone() {
    ObservableList<String> shown = FXCollections.observableArrayList("c", "d");
    List<String> events = new ArrayList<>();
    shown.addListener(
        (ListChangeListener<String>)
            change -> {
              while (change.next()) {
                events.add(change.getFrom() + "+" + change.getAddedSize());
              }
            });
    Lists.replace(shown, List.of("a", "b", "c", "d"));
    Lists.replace(shown, List.of("a", "b", "c", "D", "e"));
    Lists.replace(shown, List.of("a", "c", "D", "e"));
    assertEquals(List.of("a", "c", "D", "e"), shown);
    assertEquals("0+2", events.getFirst());
  }

  private ConversationViewModel open() {
    return new ConversationViewModel("chat", chats, Runnable::run, Samples.WORDING);
  }

  private static OpenConversation.State unread(int count) {
    OpenConversation.State listing = Samples.listing();
    Message last =
        Samples.message(9, Samples.BEN, Samples.NOON, "Perfect, I'll take the smoked one");
    Conversation conversation =
        Samples.conversation(
            "chat",
            ConversationKind.LISTING,
            "Nordlicht",
            Samples.product(),
            listing.conversation().participants(),
            last,
            count);
    return new OpenConversation.State(conversation, listing.messages(), List.of(), true);
  }
}
