package dev.windowshop.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The names and shapes on the wire: a change of one is a change of the protocol.
class WireTest {
  private static final Map<String, Class<?>> GOLDEN =
      Map.ofEntries(
          Map.entry("product", Product.class),
          Map.entry("product-page", ProductPage.class),
          Map.entry("conversation", Conversation.class),
          Map.entry("message", Message.class),
          Map.entry("poll", Poll.class),
          Map.entry("scheduled-message", ScheduledMessage.class),
          Map.entry("scheduled-message-schedule", ScheduledMessage.Schedule.class),
          Map.entry("offer", Offer.class),
          Map.entry("offer-accept", Offer.Accept.class),
          Map.entry("changes", Changes.class),
          Map.entry("sync-answer", Sync.Answer.class),
          Map.entry("tokens", Auth.Tokens.class),
          Map.entry("user", User.class),
          Map.entry("settings", Settings.class),
          Map.entry("report", Report.class),
          Map.entry("moderation-entry", Report.Entry.class),
          Map.entry("preferences", Preferences.class),
          Map.entry("oidc-providers", Oidc.Providers.class),
          Map.entry("oidc-started", Oidc.Started.class),
          Map.entry("account-security", AccountSecurity.class),
          Map.entry("call", Call.class),
          Map.entry("call-entry", Call.Entry.class),
          Map.entry("call-signal", Call.Signal.class),
          Map.entry("call-start", Call.Start.class),
          Map.entry("call-join", Call.Join.class),
          Map.entry("call-hold", Call.Hold.class),
          Map.entry("call-link", CallLink.class),
          Map.entry("call-link-create", CallLink.Create.class),
          Map.entry("call-link-knock", CallLink.Knock.class),
          Map.entry("call-link-knocking", CallLink.Knocking.class),
          Map.entry("call-link-knock-id", CallLink.KnockId.class),
          Map.entry("call-link-guest", CallLink.Guest.class),
          Map.entry("call-switches", Call.Switches.class),
          Map.entry("call-device", Call.Device.class),
          Map.entry("recommendations", Recommendations.class),
          Map.entry("interaction", Interaction.class),
          Map.entry("problem", Problem.class),
          Map.entry("health", Health.class),
          Map.entry("upload", Upload.class),
          Map.entry("invite", Invite.class),
          Map.entry("review", Review.class),
          Map.entry("review-page", ReviewPage.class),
          Map.entry("shop-profile", ShopProfile.class),
          Map.entry("quick-replies", ShopProfile.QuickReplies.class),
          Map.entry("shop-import", ShopImport.class),
          Map.entry("seller-product", SellerProduct.class),
          Map.entry("seller-product-edit", SellerProduct.Edit.class),
          Map.entry("stock-level", SellerProduct.StockLevel.class),
          Map.entry("wishlist-item", WishlistItem.class),
          Map.entry("saved-address", SavedAddress.class),
          Map.entry("cart", Cart.class),
          Map.entry("order", Order.class),
          Map.entry("checkout-options", CheckoutOptions.class),
          Map.entry("transaction", Transaction.class),
          Map.entry("story", Story.class),
          Map.entry("story-group", Story.Group.class),
          Map.entry("story-viewer", Story.Viewer.class),
          Map.entry("notification", Notification.class),
          Map.entry("notification-listing", Notification.Listing.class),
          Map.entry("release", Release.class),
          Map.entry("category", Category.class));

  static Stream<String> names() {
    return GOLDEN.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGoldenFileComesThroughUnchanged(String name) throws IOException {
    try (InputStream file = WireTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertNotNull(file, name);
      JsonNode golden = Json.mapper().readTree(file);
      Class<?> type = GOLDEN.get(name);
      assertNotNull(type);
      String back = Json.encode(Json.decode(golden, type));
      assertEquals(golden.toPrettyString(), Json.mapper().readTree(back).toPrettyString());
    }
  }

  @Test
  void everySealedEventHasItsName() {
    Set<Class<?>> named = new HashSet<>(ServerEvent.TYPES.values());
    List<Class<?>> open = new ArrayList<>(List.of(ServerEvent.class));
    Set<Class<?>> leaves = new HashSet<>();
    while (!open.isEmpty()) {
      Class<?> type = open.removeLast();
      if (type.isSealed()) {
        open.addAll(List.of(type.getPermittedSubclasses()));
      } else {
        leaves.add(type);
      }
    }
    leaves.remove(ServerEvent.Unknown.class);
    assertEquals(leaves, named);
    assertEquals(ServerEvent.TYPES.size(), named.size(), "a type has two names");
  }

  @Test
  void everyNameIsSnakeCase() {
    Stream.concat(
            ServerEvent.TYPES.keySet().stream(), Stream.of(Command.values()).map(Command::wire))
        .forEach(name -> assertTrue(name.matches("[a-z]+(_[a-z]+)*"), name));
  }

  @Test
  void anEventNewerThanWeAreDecodesToUnknown() {
    ServerEvent event = ServerEvent.decode("hologram_started", Json.tree(Map.of("a", 1)));
    assertInstanceOf(ServerEvent.Unknown.class, event);
    assertEquals("hologram_started", event.wire());
  }

  @Test
  void anInteractionNewerThanWeAreIsNotTakenForAView() {
    Interaction decoded =
        Json.decode(
            """
            {"id": "1", "productId": "p", "type": "tried_on", "at": "2026-01-02T03:04:05Z"}
            """,
            Interaction.class);
    assertEquals(Interaction.Type.UNKNOWN, decoded.type());
  }

  @Test
  void aMessageEventIsTheMessageItself() {
    Message message =
        new Message(
            Ids.newId(),
            Ids.newId(),
            3,
            7,
            "c",
            new Message.Sender(Ids.newId(), "ada", "Ada", null),
            Message.Type.TEXT,
            "hello",
            null,
            List.of(),
            null,
            List.of(),
            java.time.Instant.ofEpochMilli(0),
            null,
            null);
    JsonNode tree = Json.tree(new ServerEvent.NewMessage(message));
    assertEquals(message.conversationId(), tree.path("conversationId").asText());
    assertEquals(7, tree.path("change").asLong());
    assertEquals(new ServerEvent.NewMessage(message), ServerEvent.decode("new_message", tree));
  }

  @Test
  void aPriceCeilingIsANumberOrMoney() {
    String line = "{\"variantId\":\"v\",\"quantity\":1,\"maxUnitPrice\":%s}";
    for (String price : List.of("1290", "{\"amount\":1290,\"currency\":\"EUR\"}")) {
      Order.CheckoutLine decoded = Json.decode(line.formatted(price), Order.CheckoutLine.class);
      assertEquals(1290, Objects.requireNonNull(decoded.maxUnitPrice()).amount());
    }
    for (String price : List.of("12.9", "-1", "\"12\"", "{}")) {
      assertEquals(
          ProblemType.INVALID,
          assertThrows(
                  ProblemException.class,
                  () -> Json.decode(line.formatted(price), Order.CheckoutLine.class))
              .type());
    }
  }

  @Test
  void everyProblemTypeIsFoundByItsAddress() {
    for (ProblemType type : ProblemType.values()) {
      assertEquals(type, ProblemType.ofUri(type.uri()));
    }
    assertEquals(ProblemType.UNKNOWN, ProblemType.ofUri("urn:windowshop:problem:from-the-future"));
  }

  @Test
  void secretsNeverPrint() {
    assertTrue(new Auth.Login("ada", "hunter2").toString().contains("[REDACTED]"));
    assertTrue(new Auth.Refresh("secret").toString().contains("[REDACTED]"));
    assertTrue(new Order.Pay("test", "secret").toString().contains("[REDACTED]"));
    assertFalse(new Auth.PasswordChange("secret", "secret").toString().contains("secret"));
    assertFalse(new Auth.Reset("secret", "secret").toString().contains("secret"));
    assertFalse(new Auth.Deletion("secret").toString().contains("secret"));
    assertFalse(new Oidc.Finish("secret", "secret", "secret").toString().contains("secret"));
    assertFalse(new Oidc.Link("secret", "secret").toString().contains("secret"));
    assertFalse(
        Problem.of(ProblemType.LINK_REQUIRED, "x")
            .withLinkToken("secret")
            .toString()
            .contains("secret"));
    assertTrue(new Command.Renew("secret").toString().contains("[REDACTED]"));
  }
}
