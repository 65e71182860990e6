package dev.windowshop.client.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What stands above a conversation: who it is with, whether they are there, what it is about.
public final class Heading {
  private final Chats chats;
  private final Wording wording;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper personId = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper avatarUrl = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper group = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Product> product = new ReadOnlyObjectWrapper<>();
  private @Nullable Conversation conversation;
  private Map<String, PresenceStatus> presence = Map.of();

  Heading(Chats chats, Wording wording) {
    this.chats = chats;
    this.wording = wording;
  }

  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /// Whether they are there, or who is in it.
  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /// The other one's id; empty for a group.
  public ReadOnlyStringProperty personId() {
    return personId.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty avatarUrl() {
    return avatarUrl.getReadOnlyProperty();
  }

  /// Whether the other side is there.
  public ReadOnlyBooleanProperty online() {
    return online.getReadOnlyProperty();
  }

  /// Whether it is a group's.
  public ReadOnlyBooleanProperty group() {
    return group.getReadOnlyProperty();
  }

  /// What a listing is about.
  public ReadOnlyObjectProperty<@Nullable Product> product() {
    return product.getReadOnlyProperty();
  }

  void present(Map<String, PresenceStatus> now) {
    presence = now;
    describe();
  }

  void show(Conversation now) {
    conversation = now;
    describe();
  }

  private void describe() {
    Conversation now = conversation;
    if (now == null) {
      return;
    }
    List<User> others = others(now);
    boolean several = now.kind() == ConversationKind.GROUP;
    group.set(several);
    title.set(now.name() == null ? "" : now.name());
    personId.set(several || others.isEmpty() ? "" : others.getFirst().id());
    product.set(now.product());
    online.set(!several && is(others, PresenceStatus.ONLINE));
    avatarUrl.set(pictureOf(now));
    subtitle.set(several ? now.participants().size() + " people" : whereabouts(others));
  }

  private String whereabouts(List<User> others) {
    if (online.get()) {
      return "Online";
    }
    if (is(others, PresenceStatus.BUSY)) {
      return "Busy";
    }
    if (is(others, PresenceStatus.AWAY)) {
      return "Away";
    }
    Instant last = others.isEmpty() ? null : others.getFirst().lastSeen();
    return last == null ? "" : "Last here " + wording.brief(last);
  }

  private boolean is(List<User> others, PresenceStatus status) {
    return others.stream().anyMatch(user -> presence.get(user.id()) == status);
  }

  private List<User> others(Conversation of) {
    return others(of, chats.ownId());
  }

  private static List<User> others(Conversation of, @Nullable String ownId) {
    return of.participants().stream()
        .map(Participant::user)
        .filter(user -> !user.id().equals(ownId))
        .toList();
  }

  /// The picture of a conversation; empty where there is none.
  public String pictureOf(Conversation of) {
    return pictureOf(of, chats.ownId());
  }

  /// @param ownId whose picture it is not
  static String pictureOf(Conversation of, @Nullable String ownId) {
    Shop shop = of.shop();
    if (shop != null && !shop.ownerId().equals(ownId) && shop.avatarUrl() != null) {
      return shop.avatarUrl();
    }
    List<User> others = others(of, ownId);
    String url =
        of.kind() == ConversationKind.GROUP
            ? of.avatarUrl()
            : others.isEmpty() ? null : others.getFirst().avatarUrl();
    return url == null ? "" : url;
  }
}
