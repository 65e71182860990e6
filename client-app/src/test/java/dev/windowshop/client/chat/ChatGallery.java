package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Conversations with something of everything, for the gallery.
public final class ChatGallery {
  public static final String GROUP = "group";
  public static final String DIRECT = "direct";
  public static final String LEFT = "left";

  private final FakeChats chats = new FakeChats();
  private final Instant now = Instant.now().minusSeconds(600);
  private final ChatContext context;
  private final ChatDock dock;

  public ChatGallery(
      Pictures pictures, Sheets sheets, Notices notices, StoryDoor stories, Executor ui) {
    List<OpenConversation.State> all = List.of(group(), direct(), left(), listing());
    all.forEach(chats::put);
    chats.conversations.set(all.stream().map(OpenConversation.State::conversation).toList());
    chats.typing.set(Map.of(DIRECT, List.of("Cléo")));
    chats.presence.set(Map.of(Samples.CLEO.id(), dev.windowshop.protocol.PresenceStatus.ONLINE));
    chats.personals.own.set(
        Map.of(
            "listing", new Own(false, null, new Personal.Draft("Could you hold it until", null))));
    context =
        new ChatContext(
            chats,
            pictures,
            SampleMedia.of(),
            MessageCards.NONE,
            sheets,
            notices,
            () -> {},
            _ -> {},
            CallDoor.ringing((_, _) -> {}),
            _ -> CompletableFuture.completedFuture(List.of()),
            () -> {},
            PeopleDoor.SHUT,
            stories,
            _ -> {},
            ui);
    dock = new ChatDock(context);
  }

  /// Somebody invites, and something is found.
  public void more() {
    chats.hits =
        List.of(
            new MessageHit(
                GROUP,
                "Saturday market",
                "m4",
                4,
                "Cléo Martin",
                Message.Type.TEXT,
                "The second one please, not the car park. What do you think?",
                now),
            new MessageHit(
                DIRECT,
                "Cléo Martin",
                "m3",
                3,
                "Cléo Martin",
                Message.Type.IMAGE,
                "And two more from the park",
                now.minusSeconds(90_000)));
    dev.windowshop.protocol.Invite.Group group =
        new dev.windowshop.protocol.Invite.Group("x", "Lamp lovers", null, null, 4, true);
    chats.groups.mine.set(
        List.of(
            new dev.windowshop.protocol.Invite(
                "i",
                "x",
                group,
                dev.windowshop.protocol.Invite.Kind.PERSON,
                Samples.BEN,
                Samples.ANA,
                Role.MEMBER,
                dev.windowshop.protocol.Invite.State.PENDING,
                null,
                0,
                null,
                now,
                now)));
    chats.groups.invites =
        List.of(
            new dev.windowshop.protocol.Invite(
                "l",
                GROUP,
                group,
                dev.windowshop.protocol.Invite.Kind.LINK,
                Samples.ANA,
                null,
                Role.MEMBER,
                dev.windowshop.protocol.Invite.State.PENDING,
                "abcdefghijkl",
                3,
                null,
                now,
                now),
            new dev.windowshop.protocol.Invite(
                "r",
                GROUP,
                group,
                dev.windowshop.protocol.Invite.Kind.REQUEST,
                Samples.CLEO,
                Samples.CLEO,
                Role.MEMBER,
                dev.windowshop.protocol.Invite.State.PENDING,
                null,
                0,
                null,
                now,
                now));
    chats.groups.changes.set(1);
  }

  public ChatDock dock() {
    return dock;
  }

  public void guest() {
    chats.ownId = null;
    chats.conversations.set(List.of());
  }

  private OpenConversation.State group() {
    List<Message> said = new ArrayList<>();
    said.add(message(1, Samples.ANA, 90_000, Message.Type.SYSTEM, "Ana created the group", null));
    said.add(
        message(
            2,
            Samples.BEN,
            5000,
            Message.Type.TEXT,
            "I found **three** places for the market on Saturday \uD83C\uDF89 See"
                + " https://example.org/markets/saturday-morning?city=lisbon for the map",
            null));
    said.add(
        with(
            message(3, Samples.BEN, 4990, Message.Type.IMAGE, "From last year", null),
            List.of(),
            pictures(5),
            null));
    said.add(
        with(
            message(
                4,
                Samples.CLEO,
                4000,
                Message.Type.TEXT,
                "The second one please, _not_ the car park. @ana what do you think?",
                mentions(Samples.ANA.id())),
            List.of(
                new Message.Reaction("\uD83D\uDC4D", List.of(Samples.ANA.id(), Samples.BEN.id())),
                new Message.Reaction("\u2764\uFE0F", List.of(Samples.BEN.id()))),
            List.of(),
            null));
    said.add(
        with(
            message(
                5,
                Samples.ANA,
                3900,
                Message.Type.TEXT,
                "Yes. And I bring the `lamp-2` crate",
                null),
            List.of(),
            List.of(),
            "m4"));
    said.add(
        with(
            message(6, Samples.ANA, 3890, Message.Type.FILE, null, null),
            List.of(),
            List.of(
                new Attachment(
                    "a-pdf",
                    "file",
                    "Stall plan and price list, autumn 2026.pdf",
                    "application/pdf",
                    1_840_000,
                    null,
                    null,
                    null,
                    null)),
            null));
    said.add(
        with(
            message(7, Samples.CLEO, 1200, Message.Type.VOICE, null, wave()),
            List.of(),
            List.of(
                new Attachment(
                    "a-voice",
                    "voice",
                    "Voice message.wav",
                    "audio/wav",
                    300_000,
                    null,
                    null,
                    14_000L,
                    null)),
            null));
    said.add(
        with(
            message(8, Samples.BEN, 700, Message.Type.VIDEO, null, null),
            List.of(),
            List.of(
                new Attachment(
                    "a-video",
                    "video",
                    "stall.mp4",
                    "video/mp4",
                    24_300_000,
                    1280,
                    720,
                    42_000L,
                    null)),
            null));
    said.add(message(9, Samples.CLEO, 650, Message.Type.TEXT, "\uD83D\uDE0D\uD83D\uDE0D", null));
    List<Participant> people = new ArrayList<>();
    people.add(new Participant(Samples.ANA, Role.OWNER, now, 9, 6));
    people.add(new Participant(Samples.BEN, Role.ADMIN, now, 9, 9));
    people.add(new Participant(Samples.CLEO, Role.MEMBER, now, 9, 9));
    Conversation conversation =
        conversation(GROUP, ConversationKind.GROUP, "Saturday market", people, said, 3, 6);
    return new OpenConversation.State(
        conversation,
        said,
        List.of(
            new Pending(
                GROUP,
                new Message.Send(GROUP, "up", Message.Type.FILE, "The long list", null, null, null),
                now,
                null,
                List.of(
                    new PendingFile(
                        "up",
                        0,
                        Path.of("x"),
                        "inventory.csv",
                        FileKind.FILE,
                        8_400_000,
                        "",
                        null,
                        null,
                        null,
                        "u",
                        5_100_000,
                        null)))),
        true);
  }

  private OpenConversation.State direct() {
    List<Message> said =
        List.of(
            with(
                message(1, Samples.CLEO, 3000, Message.Type.IMAGE, null, null),
                List.of(),
                pictures(1),
                null),
            message(
                2,
                Samples.ANA,
                2900,
                Message.Type.TEXT,
                "\u05E9\u05DC\u05D5\u05DD, \u05D6\u05D4 \u05E0\u05E8\u05D0\u05D4 \u05D9\u05E4\u05D4 \u05DE\u05D0\u05D5\u05D3",
                null),
            with(
                message(3, Samples.CLEO, 2000, Message.Type.IMAGE, "And two more", null),
                List.of(),
                pictures(2),
                null),
            with(
                message(4, Samples.ANA, 1000, Message.Type.IMAGE, null, null),
                List.of(),
                pictures(9),
                null));
    return new OpenConversation.State(
        conversation(
            DIRECT,
            ConversationKind.DIRECT,
            "Cléo Martin",
            List.of(
                Samples.participant(Samples.ANA, 4, 4), Samples.participant(Samples.CLEO, 4, 3)),
            said,
            0,
            4),
        said,
        List.of(),
        true);
  }

  private OpenConversation.State left() {
    List<Message> said =
        List.of(
            message(
                1, Samples.BEN, 200_000, Message.Type.TEXT, "Thanks everybody, that was it", null),
            message(2, Samples.BEN, 199_000, Message.Type.SYSTEM, "Ben removed Ana", null));
    return new OpenConversation.State(
        conversation(
            LEFT,
            ConversationKind.GROUP,
            "Renovation of the Fußgängerzone, committee for illumination",
            List.of(Samples.participant(Samples.BEN, 2, 2)),
            said,
            0,
            2),
        said,
        List.of(),
        true);
  }

  private static OpenConversation.State listing() {
    OpenConversation.State listing = Samples.listing();
    return listing;
  }

  private Message message(
      long seq,
      User sender,
      long before,
      Message.Type type,
      @Nullable String text,
      @Nullable ObjectNode metadata) {
    return Samples.message(seq, sender, now.minusSeconds(before), type, text, metadata);
  }

  private static Message with(
      Message of,
      List<Message.Reaction> reactions,
      List<Attachment> files,
      @Nullable String replyTo) {
    return new Message(
        of.id(),
        of.conversationId(),
        of.seq(),
        of.change(),
        of.clientId(),
        of.sender(),
        of.type(),
        of.content(),
        replyTo,
        files,
        of.metadata(),
        reactions,
        of.createdAt(),
        null,
        null);
  }

  private static List<Attachment> pictures(int count) {
    List<String> colours = List.of("C98B5A", "5A8BC9", "7FA05A", "A05A7F", "C9B45A");
    List<String> shapes = List.of("lamp", "vase", "chair", "bowl", "lamp");
    List<Attachment> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String address = "sample:" + shapes.get(i % 5) + ":" + colours.get(i % 5);
      all.add(
          new Attachment(
              "p" + count + i,
              "image",
              "market-" + i + ".jpg",
              "image/jpeg",
              120_000,
              count == 1 ? 800 : 640,
              count == 1 ? 500 : 640,
              null,
              address));
    }
    return all;
  }

  private static ObjectNode mentions(String id) {
    ObjectNode metadata = Json.mapper().createObjectNode();
    metadata.putArray("mentions").add(id);
    return metadata;
  }

  private static ObjectNode wave() {
    ObjectNode metadata = Json.mapper().createObjectNode();
    for (int i = 0; i < 60; i++) {
      metadata
          .withArray("waveform")
          .add((int) (120 + 110 * Math.sin(i * 0.7) * Math.cos(i * 0.23)));
    }
    return metadata;
  }

  private Conversation conversation(
      String id,
      ConversationKind kind,
      String name,
      List<Participant> people,
      List<Message> said,
      int unread,
      long read) {
    Message last = said.getLast();
    return new Conversation(
        id,
        kind,
        name,
        null,
        null,
        null,
        null,
        people,
        last,
        unread,
        read,
        false,
        false,
        false,
        true,
        10,
        last.seq(),
        last.change(),
        now,
        last.createdAt());
  }
}
