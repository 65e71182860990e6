package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.people.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Opens conversations: each of its sort once. Any thread that may block.
final class OpeningService {
  /// @param created false when it was there
  record Opened(Conversation conversation, boolean created) {}

  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;
  private final Notices notices;
  private final People people;
  private final Catalogue catalogue;
  private final Permissions permissions;
  private final Invites invites;
  private final GroupDetails details;

  OpeningService(
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader,
      Notices notices,
      People people,
      Catalogue catalogue,
      Permissions permissions,
      Invites invites,
      GroupDetails details) {
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
    this.notices = notices;
    this.people = people;
    this.catalogue = catalogue;
    this.permissions = permissions;
    this.invites = invites;
    this.details = details;
  }

  /// Opens a conversation, or gives the one that is there.
  Opened open(String userId, Conversation.Create request) {
    ConversationKind kind = Field.present("kind", request.kind());
    return writes.run(handle ->
        switch (kind) {
          case DIRECT -> direct(handle, userId, Field.id("userId", request.userId()));
          case LISTING -> listing(handle, userId, request);
          case GROUP -> group(handle, userId, request);
          case UNKNOWN -> throw ProblemException.invalid("kind", "is not direct, listing or group");
        });
  }

  private Outcome<Opened> direct(Handle handle, String userId, String otherId) {
    if (otherId.equals(userId)) {
      throw ProblemException.invalid("userId", "is yourself");
    }
    requirePeople(handle, "userId", List.of(otherId));
    String pair = userId.compareTo(otherId) < 0 ? userId + ":" + otherId : otherId + ":" + userId;
    return openUnique(
        handle,
        userId,
        row(ConversationKind.DIRECT, null, null, null, null, null, true, 2),
        "direct:" + pair,
        List.of(userId, otherId),
        () -> permissions.requireMayWrite(handle, userId, otherId, () -> false));
  }

  private Outcome<Opened> listing(Handle handle, String userId, Conversation.Create request) {
    Shop shop;
    String productId = null;
    if (request.productId() != null) {
      Product product =
          catalogue
              .products(handle, List.of(Field.id("productId", request.productId())))
              .get(request.productId());
      if (product == null) {
        throw ProblemException.invalid("productId", "is no product");
      }
      productId = product.id();
      shop = product.shop();
    } else {
      shop = catalogue.shop(handle, Field.id("shopId", request.shopId()));
      if (shop == null) {
        throw ProblemException.invalid("shopId", "is no shop");
      }
    }
    if (shop.ownerId().equals(userId)) {
      throw ProblemException.invalid(
          productId == null ? "shopId" : "productId", "is of your own shop");
    }
    return openUnique(
        handle,
        userId,
        row(ConversationKind.LISTING, null, null, null, productId, shop.id(), true, 2),
        "listing:" + userId + ":" + shop.id() + ":" + (productId == null ? "" : productId),
        List.of(userId, shop.ownerId()),
        () -> permissions.requireMayAnswer(handle, userId, shop.ownerId()));
  }

  private Outcome<Opened> openUnique(
      Handle handle,
      String userId,
      ConversationRow row,
      String key,
      List<String> memberIds,
      Runnable permitted) {
    if (!conversations.insert(handle, row, key)) {
      ConversationRow existing = conversations.findByKey(handle, key).orElseThrow();
      return Outcome.quiet(new Opened(reader.forMember(handle, existing, userId), false));
    }
    permitted.run();
    memberIds.forEach(id -> addFirst(handle, row, id, Role.MEMBER));
    return opened(handle, row, userId, memberIds);
  }

  private Outcome<Opened> group(Handle handle, String userId, Conversation.Create request) {
    LinkedHashSet<String> memberIds = new LinkedHashSet<>();
    memberIds.add(userId);
    for (String id : request.memberIds() == null ? List.<String>of() : request.memberIds()) {
      memberIds.add(Field.id("memberIds", id));
    }
    requirePeople(handle, "memberIds", List.copyOf(memberIds));
    List<String> askedIds = askedFirst(handle, userId, memberIds);
    memberIds.removeAll(askedIds);
    ConversationRow row =
        row(
            ConversationKind.GROUP,
            details.name(request.name()),
            request.description() == null ? null : details.description(request.description()),
            details.picture(handle, userId, null, request.avatar()),
            null,
            null,
            request.isPrivate() == null || request.isPrivate(),
            details.maxMembers(
                request.maxMembers() == null
                    ? ChatConfig.DEFAULT_MAX_MEMBERS
                    : request.maxMembers(),
                memberIds.size()));
    conversations.insert(handle, row, null);
    memberIds.forEach(
        id -> addFirst(handle, row, id, id.equals(userId) ? Role.OWNER : Role.MEMBER));
    notices.post(handle, row.id(), userId, "created", "%s created the group", Map.of());
    Outcome<Opened> opened = opened(handle, row, userId, List.copyOf(memberIds));
    List<Effect> effects = new ArrayList<>(opened.effects());
    for (String askedId : askedIds) {
      effects.addAll(
          invites.person(handle, row.id(), userId, askedId, Role.MEMBER, Invites.PERSON).effects());
    }
    return new Outcome<>(opened.value(), effects);
  }

  private void addFirst(Handle handle, ConversationRow row, String userId, Role role) {
    participants.add(handle, row.id(), userId, role, row.createdAt(), 1, 0, row.change());
  }

  private Outcome<Opened> opened(
      Handle handle, ConversationRow row, String userId, List<String> memberIds) {
    ConversationRow now = conversations.require(handle, row.id());
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Enter(now.id(), memberIds));
    for (String memberId : memberIds) {
      effects.add(
          new Effect.ToUsers(
              List.of(memberId),
              new ServerEvent.ConversationAdded(
                  now.id(), now.change(), reader.forMember(handle, now, memberId))));
    }
    return new Outcome<>(new Opened(reader.forMember(handle, now, userId), true), effects);
  }

  private void requirePeople(Handle handle, String field, List<String> ids) {
    Map<String, ?> known = people.users(handle, ids);
    for (String id : ids) {
      if (!known.containsKey(id)) {
        throw ProblemException.invalid(field, "names nobody: " + id);
      }
    }
  }

  /// Those who get an invite in place of being added.
  private List<String> askedFirst(Handle handle, String userId, Collection<String> memberIds) {
    List<String> asked = new ArrayList<>();
    for (String id : memberIds) {
      switch (id.equals(userId)
          ? Permissions.Adding.AT_ONCE
          : permissions.adding(handle, userId, id)) {
        case AT_ONCE -> {}
        case ASK -> asked.add(id);
        case NO ->
            throw ProblemException.forbidden("You can't add " + notices.name(handle, id) + ".");
      }
    }
    return asked;
  }

  private static ConversationRow row(
      ConversationKind kind,
      @Nullable String name,
      @Nullable String description,
      @Nullable String avatarUrl,
      @Nullable String productId,
      @Nullable String shopId,
      boolean isPrivate,
      int maxMembers) {
    Instant now = Instant.now();
    return new ConversationRow(
        Ids.newId(),
        kind,
        name,
        description,
        avatarUrl,
        productId,
        shopId,
        isPrivate,
        maxMembers,
        0,
        1,
        1,
        now,
        now,
        false,
        null,
        List.of());
  }
}
