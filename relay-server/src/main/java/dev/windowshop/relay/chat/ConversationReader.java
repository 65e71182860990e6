package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.people.Permissions;
import dev.windowshop.relay.people.SeenPeople;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Stored conversations as the wire shows them, for one reader or for everybody in them.
final class ConversationReader {
  /// Among so many the last one is found that its reader has not hidden.
  private static final int LAST = 5;

  private final People people;
  private final Catalogue catalogue;
  private final SeenPeople seen;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final MessageReader messageReader;
  private final PersonalRepository personal;
  private final Permissions permissions;

  ConversationReader(
      People people,
      Catalogue catalogue,
      SeenPeople seen,
      ParticipantRepository participants,
      MessageRepository messages,
      MessageReader messageReader,
      PersonalRepository personal,
      Permissions permissions) {
    this.people = people;
    this.catalogue = catalogue;
    this.seen = seen;
    this.participants = participants;
    this.messages = messages;
    this.messageReader = messageReader;
    this.personal = personal;
    this.permissions = permissions;
  }

  /// As this user sees it.
  ///
  /// @throws dev.windowshop.protocol.ProblemException 404 when they are not in it
  Conversation forMember(Handle handle, ConversationRow row, String userId) {
    return forMember(handle, row, participants.require(handle, row.id(), userId));
  }

  /// As this member sees it.
  Conversation forMember(Handle handle, ConversationRow row, Member reader) {
    List<Participant> present =
        participants(handle, reader.userId(), participants.members(handle, row.id()));
    Shop shop = row.shopId() == null ? null : catalogue.shop(handle, row.shopId());
    Message last =
        messages.before(handle, reader, Long.MAX_VALUE, LAST).stream()
            .filter(message -> !personal.isHidden(handle, reader.userId(), message.id()))
            .findFirst()
            .map(message -> messageReader.read(handle, message))
            .orElse(null);
    return build(
        row,
        nameFor(row, reader.userId(), present, shop),
        product(handle, row),
        shop,
        present,
        last,
        row.pins().stream().filter(pin -> pin.seq() >= reader.visibleFromSeq()).toList(),
        new Own(
            messages.unread(handle, reader),
            reader.readSeq(),
            personal.flags(handle, reader.userId(), row.id())));
  }

  /// As anybody in it sees it, fit to be broadcast: without a last message, since not everybody may
  /// see the same ones.
  Conversation forEverybody(Handle handle, ConversationRow row) {
    Shop shop = row.shopId() == null ? null : catalogue.shop(handle, row.shopId());
    List<Participant> present = participants(handle, null, participants.members(handle, row.id()));
    return build(row, row.name(), product(handle, row), shop, present, null, row.pins(), null);
  }

  /// @param viewer who looks; null for what is fit for everybody
  List<Participant> participants(Handle handle, @Nullable String viewer, List<Member> members) {
    Set<String> ids = Set.copyOf(members.stream().map(Member::userId).toList());
    Map<String, User> known = people.users(handle, ids);
    Map<String, User> users = viewer == null ? known : seen.by(handle, viewer, known);
    Set<String> hidden = withoutReceipts(handle, viewer, ids);
    return members.stream()
        .map(member -> {
          User user = users.getOrDefault(member.userId(), deleted(member.userId()));
          return new Participant(
              viewer == null ? SeenPeople.byAnybody(user) : user,
              member.role(),
              member.joinedAt(),
              isHidden(viewer, member.userId(), hidden) ? 0 : member.deliveredSeq(),
              isHidden(viewer, member.userId(), hidden) ? 0 : member.readSeq());
        })
        .toList();
  }

  private Set<String> withoutReceipts(
      Handle handle, @Nullable String viewer, Set<String> memberIds) {
    Set<String> ids = new HashSet<>(memberIds);
    if (viewer != null) {
      ids.add(viewer);
    }
    return permissions.withoutReceipts(handle, ids);
  }

  /// Receipts off hides both ways, one's own from oneself excepted; what everybody gets holds none
  /// as soon as somebody hides theirs.
  private static boolean isHidden(
      @Nullable String viewer, String memberId, Set<String> withoutReceipts) {
    if (viewer == null) {
      return !withoutReceipts.isEmpty();
    }
    return !memberId.equals(viewer)
        && (withoutReceipts.contains(viewer) || withoutReceipts.contains(memberId));
  }

  private record Own(int unread, long readSeq, PersonalRepository.Flags flags) {}

  private static Conversation build(
      ConversationRow row,
      @Nullable String name,
      @Nullable Product product,
      @Nullable Shop shop,
      List<Participant> participants,
      @Nullable Message last,
      List<Conversation.Pin> pins,
      @Nullable Own own) {
    return new Conversation(
        row.id(),
        row.kind(),
        name,
        row.description(),
        row.avatarUrl(),
        product,
        shop,
        participants,
        last,
        own == null ? null : own.unread(),
        own == null ? null : own.readSeq(),
        own == null ? null : (Boolean) own.flags().muted(),
        own == null ? null : (Boolean) own.flags().pinned(),
        own == null ? null : (Boolean) own.flags().archived(),
        row.isPrivate(),
        row.sharesHistory(),
        row.maxMembers(),
        row.seq(),
        row.change(),
        row.createdAt(),
        row.lastActivityAt(),
        row.closedAt(),
        pins);
  }

  private @Nullable Product product(Handle handle, ConversationRow row) {
    String id = row.productId();
    return id == null ? null : catalogue.products(handle, List.of(id)).get(id);
  }

  private static @Nullable String nameFor(
      ConversationRow row, String readerId, List<Participant> present, @Nullable Shop shop) {
    if (row.kind() == ConversationKind.GROUP) {
      return row.name();
    }
    if (shop != null && !shop.ownerId().equals(readerId)) {
      return shop.name();
    }
    return present.stream()
        .map(Participant::user)
        .filter(user -> !user.id().equals(readerId))
        .findFirst()
        .map(User::displayName)
        .orElse(row.name());
  }

  static User deleted(String id) {
    return new User(id, "deleted", "Deleted account", null, null, null, null);
  }
}
