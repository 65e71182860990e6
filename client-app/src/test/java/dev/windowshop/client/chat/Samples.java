package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.Shop;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// People, conversations and messages for tests.
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");
  static final User ANA = user("ana", "Ana Marques");
  static final User BEN = user("ben", "Ben Okafor");
  static final User CLEO = user("cleo", "Cléo Martin");
  static final Shop SHOP = new Shop("shop", "Nordlicht", BEN.id(), null, null, "#556677");
  static final Wording WORDING =
      new Wording(ZoneOffset.UTC, Locale.UK, InstantSource.fixed(NOON.plusSeconds(3600)));

  private Samples() {}

  static User user(String name, String displayName) {
    return new User(name, name, displayName, null, null, null, NOON.minusSeconds(7200));
  }

  static Product product() {
    Money price = new Money(18_900, "EUR");
    return new Product(
        "lamp",
        "lamp",
        "Tide table lamp, smoked glass",
        "",
        SHOP,
        "lighting",
        "Lighting",
        null,
        price,
        null,
        4.5,
        12,
        0.5,
        List.of(),
        List.of(),
        3,
        List.of(),
        List.of(),
        List.of(new Product.Variant("v", null, Map.of(), price, null, 3)),
        "#7a8f99",
        NOON,
        NOON);
  }

  static Participant participant(User user, long delivered, long read) {
    return new Participant(user, Role.MEMBER, NOON.minusSeconds(86_400), delivered, read);
  }

  static Conversation conversation(
      String id,
      ConversationKind kind,
      String name,
      @Nullable Product product,
      List<Participant> participants,
      @Nullable Message last,
      int unread) {
    return new Conversation(
        id,
        kind,
        name,
        null,
        null,
        product,
        product == null ? null : product.shop(),
        participants,
        last,
        unread,
        0L,
        false,
        false,
        false,
        true,
        10,
        last == null ? 0 : last.seq(),
        last == null ? 1 : last.change(),
        NOON.minusSeconds(86_400),
        last == null ? NOON : last.createdAt());
  }

  static Message message(long seq, User sender, Instant at, String text) {
    return message(seq, sender, at, Message.Type.TEXT, text, null);
  }

  static Message message(
      long seq,
      User sender,
      Instant at,
      Message.Type type,
      @Nullable String text,
      @Nullable JsonNode metadata) {
    return new Message(
        "m" + seq,
        "chat",
        seq,
        seq,
        "c" + seq,
        new Message.Sender(sender.id(), sender.username(), sender.displayName(), null),
        type,
        text,
        null,
        List.of(),
        metadata,
        List.of(),
        at,
        null,
        null);
  }

  static ObjectNode card(Product product) {
    ObjectNode card = Json.mapper().createObjectNode().put("productId", product.id());
    card.set("product", Json.tree(product));
    return card;
  }

  static Pending pending(String clientId, Instant at, String text, @Nullable String problem) {
    return new Pending(
        "chat",
        new Message.Send("chat", clientId, Message.Type.TEXT, text, null, null, null),
        at,
        problem);
  }

  static LaterMessage later(String clientId, Instant at, @Nullable String problem) {
    return new LaterMessage(
        "id-" + clientId,
        "chat",
        clientId,
        Message.Type.TEXT,
        "words of " + clientId,
        0,
        at,
        problem);
  }

  /// A listing with something of everything, as Ana sees it.
  static OpenConversation.State listing() {
    ObjectNode call = Json.mapper().createObjectNode().put("media", "video");
    call.put("reason", "missed");
    List<Message> messages =
        List.of(
            message(1, ANA, NOON.minusSeconds(90_000), "Hello, is the lamp still there?"),
            message(2, BEN, NOON.minusSeconds(89_000), "It is. Two in smoked glass, one in clear."),
            message(3, BEN, NOON.minusSeconds(88_990), "Both ship on Monday."),
            message(
                4,
                BEN,
                NOON.minusSeconds(1200),
                Message.Type.PRODUCT,
                "This one has the longer cable",
                card(product())),
            message(5, BEN, NOON.minusSeconds(900), Message.Type.CALL, null, call),
            message(6, ANA, NOON.minusSeconds(600), "Sorry, I was out."),
            message(
                7,
                ANA,
                NOON.minusSeconds(595),
                "How warm is the light? I would like to put it beside the sofa, where we read in"
                    + " the evening, so nothing too bright."),
            message(8, BEN, NOON.minusSeconds(300), "2700 K, dimmable. It is made for that."),
            message(9, ANA, NOON.minusSeconds(60), "Perfect, I'll take the smoked one"));
    Conversation conversation =
        conversation(
            "chat",
            ConversationKind.LISTING,
            "Nordlicht",
            product(),
            List.of(participant(ANA, 9, 9), participant(BEN, 9, 8)),
            messages.getLast(),
            0);
    return new OpenConversation.State(
        conversation,
        messages,
        List.of(
            pending("p1", NOON.minusSeconds(20), "And a second one for my sister", null),
            pending("p2", NOON.minusSeconds(10), "Thanks", "That is too much at once.")),
        true);
  }
}
