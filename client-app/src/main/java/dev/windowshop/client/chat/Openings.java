package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens conversations: the one that is known here, else the relay's. Any thread; nothing blocks
/// the caller.
final class Openings {
  private final RelayClient relay;
  private final RelayThread chat;
  private final RelayNews news;
  private final Live<List<Conversation>> conversations;
  private final Supplier<@Nullable String> ownId;

  Openings(
      RelayClient relay,
      RelayThread chat,
      RelayNews news,
      Live<List<Conversation>> conversations,
      Supplier<@Nullable String> ownId) {
    this.relay = relay;
    this.chat = chat;
    this.news = news;
    this.conversations = conversations;
    this.ownId = ownId;
  }

  CompletableFuture<String> askSeller(String productId) {
    return opening(
        known ->
            known.kind() == ConversationKind.LISTING
                && known.product() != null
                && known.product().id().equals(productId)
                && known.shop() != null
                && !known.shop().ownerId().equals(ownId.get()),
        Conversation.Create.listing(productId));
  }

  /// Opens the conversation with a shop about nothing in particular.
  CompletableFuture<String> askShop(String shopId) {
    return opening(
        known ->
            known.kind() == ConversationKind.LISTING
                && known.product() == null
                && known.shop() != null
                && known.shop().id().equals(shopId)
                && !known.shop().ownerId().equals(ownId.get()),
        new Conversation.Create(
            ConversationKind.LISTING, null, null, shopId, null, null, null, null, null, null));
  }

  CompletableFuture<String> openDirect(String userId) {
    return opening(
        known ->
            known.kind() == ConversationKind.DIRECT
                && known.participants().stream().anyMatch(p -> p.user().id().equals(userId)),
        Conversation.Create.direct(userId));
  }

  /// The one that is known here, else the relay's.
  private CompletableFuture<String> opening(
      Predicate<Conversation> wanted, Conversation.Create request) {
    return chat.ask(() -> {
      List<Conversation> here = conversations.value();
      for (Conversation known : here == null ? List.<Conversation>of() : here) {
        if (wanted.test(known)) {
          return known.id();
        }
      }
      Conversation opened = relay.post("/conversations", request, Conversation.class);
      news.added(opened, requireUser());
      return opened.id();
    });
  }

  /// Opens a group of these people.
  CompletableFuture<String> openGroup(String name, List<String> memberIds) {
    return opening(_ -> false, Conversation.Create.group(name, memberIds));
  }

  CompletableFuture<List<User>> findPeople(String text) {
    String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return chat.ask(() ->
        relay
            .get(
                "/users?limit=20&q=" + asked,
                new com.fasterxml.jackson.core.type.TypeReference<Page<User>>() {})
            .items());
  }

  private String requireUser() {
    String userId = ownId.get();
    if (userId == null) {
      throw new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to write to people.");
    }
    return userId;
  }
}
