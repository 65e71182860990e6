package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.people.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Opens, lists and describes conversations. Any thread that may block.
public final class ConversationService {
  /// @param created false when it was there
  public record Opened(Conversation conversation, boolean created) {}

  private static final int NAME_LENGTH = 100;
  private static final int DESCRIPTION_LENGTH = 1000;
  private static final int PICTURE_LENGTH = 500;

  private final Database database;
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;
  private final Notices notices;
  private final People people;
  private final Catalogue catalogue;
  private final Permissions permissions;
  private final Invites invites;
  private final Attachments attachments;
  private final ChatConfig config;

  ConversationService(
      Database database,
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader,
      Notices notices,
      People people,
      Catalogue catalogue,
      Permissions permissions,
      Invites invites,
      Attachments attachments,
      ChatConfig config) {
    this.database = database;
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
    this.notices = notices;
    this.people = people;
    this.catalogue = catalogue;
    this.permissions = permissions;
    this.invites = invites;
    this.attachments = attachments;
    this.config = config;
  }

  /// Opens a conversation, or gives the one that is there.
  public Opened open(String userId, Conversation.Create request) {
    ConversationKind kind = Field.present("kind", request.kind());
    return writes.run(handle ->
        switch (kind) {
          case DIRECT -> direct(handle, userId, Field.id("userId", request.userId()));
          case LISTING -> listing(handle, userId, request);
          case GROUP -> group(handle, userId, request);
          case UNKNOWN -> throw ProblemException.invalid("kind", "is not direct, listing or group");
        });
  }

  public Page<Conversation> list(String userId, @Nullable String cursor, int limit) {
    ConversationRepository.Before before = null;
    if (cursor != null) {
      List<String> parts = Cursor.parts(cursor, 2);
      before =
          new ConversationRepository.Before(Cursor.number(parts.get(0)), Cursor.id(parts.get(1)));
    }
    ConversationRepository.Before from = before;
    return database.read(handle -> {
      List<ConversationRow> rows = conversations.page(handle, userId, from, limit + 1);
      List<ConversationRow> page = rows.subList(0, Math.min(limit, rows.size()));
      String next =
          rows.size() > limit
              ? Cursor.of(page.getLast().lastActivityAt().toEpochMilli(), page.getLast().id())
              : null;
      return new Page<>(page.stream().map(row -> read(handle, row, userId)).toList(), next);
    });
  }

  public Conversation get(String userId, String id) {
    return database.read(handle -> {
      participants.require(handle, id, userId);
      return read(handle, conversations.require(handle, id), userId);
    });
  }

  /// Renames or describes a group: its owner and admins.
  public Conversation patch(String userId, String id, Conversation.Patch patch) {
    return writes.run(handle -> {
      Member actor = participants.require(handle, id, userId);
      ConversationRow row = conversations.require(handle, id);
      requireMayPatch(row, actor, patch);
      ConversationRow patched = patched(handle, userId, row, patch);
      List<Effect> effects = new ArrayList<>();
      if (!patched.equals(row)) {
        conversations.describe(handle, patched);
        long change = conversations.advanceOwn(handle, id).change();
        ConversationRow now = conversations.require(handle, id);
        effects.add(
            new Effect.ToConversation(
                id,
                new ServerEvent.ConversationChanged(id, change, reader.forEverybody(handle, now))));
        boolean closed = patched.closedAt() != null;
        if (closed != (row.closedAt() != null)) {
          effects.add(
              notices.post(
                  handle,
                  id,
                  userId,
                  closed ? "closed" : "reopened",
                  closed ? "%s closed this conversation" : "%s opened this conversation again",
                  Map.of()));
        }
        if (!Objects.equals(patched.description(), row.description())
            || !Objects.equals(patched.avatarUrl(), row.avatarUrl())
            || patched.isPrivate() != row.isPrivate()
            || patched.sharesHistory() != row.sharesHistory()
            || patched.maxMembers() != row.maxMembers()) {
          effects.add(
              notices.post(
                  handle, id, userId, "described", "%s changed the group's details", Map.of()));
        }
        if (patched.name() != null && !patched.name().equals(row.name())) {
          effects.add(
              notices.post(
                  handle,
                  id,
                  userId,
                  "renamed",
                  "%s renamed the group to “" + patched.name().replace("%", "%%") + "”",
                  Map.of("name", patched.name())));
        }
      }
      return new Outcome<>(read(handle, conversations.require(handle, id), userId), effects);
    });
  }

  private static void requireMayPatch(ConversationRow row, Member actor, Conversation.Patch patch) {
    boolean describes =
        patch.name() != null
            || patch.description() != null
            || patch.avatar() != null
            || patch.isPrivate() != null
            || patch.maxMembers() != null
            || patch.sharesHistory() != null;
    if (row.kind() != ConversationKind.GROUP) {
      if (describes || patch.closed() == null) {
        throw ProblemException.forbidden("Only groups have a name of their own.");
      }
      if (row.kind() == ConversationKind.DIRECT) {
        throw ProblemException.forbidden("A conversation of two people is not closed.");
      }
      return;
    }
    if (describes || patch.closed() == null) {
      GroupAct.DESCRIBE.require(actor.role());
    }
    if (patch.sharesHistory() != null) {
      GroupAct.SHARE_HISTORY.require(actor.role());
    }
    if (patch.closed() != null) {
      GroupAct.CLOSE.require(actor.role());
    }
  }

  private static @Nullable Instant closedAt(ConversationRow row, Conversation.Patch patch) {
    if (patch.closed() == null) {
      return row.closedAt();
    }
    boolean already = row.closedAt() != null;
    return patch.closed() ? (already ? row.closedAt() : Instant.now()) : null;
  }

  /// An upload becomes the picture, and the one before is let go; an empty text takes it away.
  private @Nullable String picture(
      Handle handle, String userId, @Nullable String before, @Nullable String asked) {
    if (asked == null || asked.equals(before)) {
      return before;
    }
    String url = null;
    if (asked.startsWith("/media/") && asked.length() <= PICTURE_LENGTH) {
      url = asked;
    } else if (Ids.isId(asked)) {
      url = attachments.takePicture(handle, userId, asked);
    }
    if (url == null && !asked.isEmpty()) {
      throw ProblemException.invalid("avatar", "is no picture of yours");
    }
    if (before != null) {
      attachments.dropPicture(handle, before);
    }
    return url;
  }

  private ConversationRow patched(
      Handle handle, String userId, ConversationRow row, Conversation.Patch patch) {
    String name = patch.name() == null ? row.name() : Field.text("name", patch.name(), NAME_LENGTH);
    String description =
        patch.description() == null
            ? row.description()
            : optionalText("description", patch.description());
    int maxMembers =
        patch.maxMembers() == null
            ? row.maxMembers()
            : maxMembers(patch.maxMembers(), participants.count(handle, row.id()));
    return new ConversationRow(
        row.id(),
        row.kind(),
        name,
        description,
        picture(handle, userId, row.avatarUrl(), patch.avatar()),
        row.productId(),
        row.shopId(),
        patch.isPrivate() == null ? row.isPrivate() : patch.isPrivate(),
        maxMembers,
        row.seq(),
        row.change(),
        row.ownChange(),
        row.createdAt(),
        row.lastActivityAt(),
        patch.sharesHistory() == null ? row.sharesHistory() : patch.sharesHistory(),
        closedAt(row, patch),
        row.pins());
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
      return Outcome.quiet(new Opened(read(handle, existing, userId), false));
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
            Field.text("name", request.name(), NAME_LENGTH),
            request.description() == null
                ? null
                : optionalText("description", request.description()),
            picture(handle, userId, null, request.avatar()),
            null,
            null,
            request.isPrivate() == null || request.isPrivate(),
            maxMembers(
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
                  now.id(), now.change(), read(handle, now, memberId))));
    }
    return new Outcome<>(new Opened(read(handle, now, userId), true), effects);
  }

  Conversation read(Handle handle, ConversationRow row, String userId) {
    return reader.forMember(handle, row, participants.require(handle, row.id(), userId));
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

  private int maxMembers(int wanted, int least) {
    if (wanted < Math.max(2, least) || wanted > config.memberCeiling()) {
      throw ProblemException.invalid(
          "maxMembers", "must be between " + Math.max(2, least) + " and " + config.memberCeiling());
    }
    return wanted;
  }

  private static @Nullable String optionalText(String field, String text) {
    return text.isBlank() ? null : Field.text(field, text, DESCRIPTION_LENGTH);
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
