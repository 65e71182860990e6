package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.people.Permissions;
import dev.windowshop.relay.people.SeenPeople;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.realtime.Commands;
import dev.windowshop.relay.realtime.Presence;
import dev.windowshop.relay.realtime.SocketLifecycle;
import java.time.Clock;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// Conversations, wired.
public final class ChatFeature implements SocketLifecycle {
  private final Database database;
  private final ParticipantRepository participants = new ParticipantRepository();
  private final PersonalRepository personal = new PersonalRepository();
  private final MessageWriter writer;
  private final MessageModeration moderation;
  private final ConversationRoutes conversationRoutes;
  private final MessageRoutes messageRoutes;
  private final InviteRoutes inviteRoutes;
  private final ScheduledRoutes scheduledRoutes;
  private final ScheduledSender scheduledSender;
  private final ScheduledEnd scheduledEnd;
  private final ChatEvents events;
  private final ChatData data;
  private final ShownMessages shown;

  /// @param epoch which history of the database the counters belong to
  /// @param departed is told, after the commit, of a conversation and of who is no longer in it;
  ///   must not block
  public ChatFeature(
      Database database,
      Broadcaster broadcaster,
      Presence presence,
      String epoch,
      People people,
      Permissions permissions,
      Catalogue catalogue,
      Orders orders,
      Offers offers,
      Attachments attachments,
      Stories stories,
      Notifier notifier,
      BiConsumer<String, String> departed,
      ChatConfig config,
      Limits limits,
      Clock clock) {
    this.database = database;
    ConversationRepository conversations = new ConversationRepository();
    MessageRepository messages = new MessageRepository();
    ReactionRepository reactions = new ReactionRepository();
    PollRepository polls = new PollRepository();
    MessageAttachmentRepository named = new MessageAttachmentRepository();
    MessageReader messageReader =
        new MessageReader(people, catalogue, offers, reactions, polls, named, attachments);
    ConversationReader reader =
        new ConversationReader(
            people,
            catalogue,
            new SeenPeople(permissions, presence),
            participants,
            messages,
            messageReader,
            personal,
            permissions);
    ChatWrites writes =
        new ChatWrites(
            database, broadcaster, new SentMarks(database, broadcaster, personal), departed);
    this.writer =
        new MessageWriter(conversations, participants, messages, named, attachments, messageReader);
    this.moderation =
        new MessageModeration(conversations, participants, messages, offers, messageReader);
    this.shown = new ShownMessages(writes, conversations, messages, messageReader);
    Notices notices = new Notices(writer, people);
    InviteRepository inviteRows = new InviteRepository();
    Bell bell = new Bell(notifier, conversations, participants, messages);
    Invites invites = new Invites(inviteRows, conversations, participants, people, bell);
    Joining joining = new Joining(conversations, participants, reader, notices);
    PersonalService personalService =
        new PersonalService(
            writes, conversations, participants, messages, personal, reader, config);
    this.inviteRoutes =
        new InviteRoutes(
            new InviteService(
                database,
                writes,
                conversations,
                participants,
                inviteRows,
                invites,
                joining,
                reader,
                people,
                permissions));
    GroupDetails details = new GroupDetails(attachments, config);
    OpeningService opening =
        new OpeningService(
            writes,
            conversations,
            participants,
            reader,
            notices,
            people,
            catalogue,
            permissions,
            invites,
            details);
    MembershipService members =
        new MembershipService(
            database,
            writes,
            conversations,
            participants,
            reader,
            notices,
            people,
            permissions,
            joining,
            invites);
    PinService pins =
        new PinService(
            database,
            writes,
            conversations,
            participants,
            messages,
            reader,
            messageReader,
            notices,
            new Reach(participants, permissions));
    Drafts drafts =
        new Drafts(catalogue, orders, offers, attachments, stories, participants, messages, config);
    MessageService messageService =
        new MessageService(
            database,
            writes,
            conversations,
            participants,
            messages,
            reactions,
            named,
            attachments,
            offers,
            messageReader,
            writer,
            drafts,
            new Reach(participants, permissions),
            bell,
            pins,
            personal,
            config,
            limits);
    HistoryService history =
        new HistoryService(
            database, conversations, participants, messages, messageReader, personal);
    ScheduledRepository scheduled = new ScheduledRepository();
    ScheduledReader scheduledReader = new ScheduledReader(scheduled, attachments);
    this.scheduledSender =
        new ScheduledSender(
            database,
            writes,
            scheduled,
            scheduledReader,
            personal,
            attachments,
            drafts,
            messageService,
            limits,
            clock);
    this.scheduledEnd =
        new ScheduledEnd(
            database, writes, scheduled, scheduledReader, personal, attachments, clock);
    ScheduledService scheduledService =
        new ScheduledService(
            database,
            writes,
            scheduled,
            scheduledReader,
            personal,
            attachments,
            drafts,
            new Reach(participants, permissions),
            config,
            scheduledSender,
            limits,
            clock);
    this.scheduledRoutes = new ScheduledRoutes(scheduledService);
    SyncService sync =
        new SyncService(
            database,
            epoch,
            conversations,
            participants,
            messages,
            personal,
            scheduledReader,
            reader,
            messageReader);
    ReceiptService receipts =
        new ReceiptService(writes, conversations, participants, personal, bell);
    this.conversationRoutes =
        new ConversationRoutes(
            new ConversationService(database, conversations, participants, reader),
            opening,
            new DescriptionService(writes, conversations, participants, reader, notices, details),
            members,
            sync,
            personalService);
    PollService pollService =
        new PollService(
            writes,
            conversations,
            participants,
            messages,
            polls,
            messageReader,
            new Reach(participants, permissions),
            Clock.systemUTC());
    MessageSearch search =
        new MessageSearch(
            database,
            participants,
            messages,
            personal,
            messageReader,
            limits,
            MessageSearch.LOOKED_AT);
    this.messageRoutes =
        new MessageRoutes(messageService, pollService, pins, history, personalService, search);
    this.events =
        new ChatEvents(
            database,
            broadcaster,
            participants,
            people,
            permissions,
            presence,
            messageService,
            history,
            receipts);
    this.data =
        new ChatData(writes, conversations, participants, reader, notices, scheduledService);
    presence.onChange(events::statusChanged);
  }

  public void routes(HttpApi api) {
    conversationRoutes.register(api);
    messageRoutes.register(api);
    inviteRoutes.register(api);
    scheduledRoutes.register(api);
  }

  /// Sends what was scheduled and is due; run again and again.
  public void sendDue() {
    scheduledSender.run();
  }

  /// Removes what was scheduled and is over.
  public void sweep() {
    scheduledEnd.run();
  }

  public void commands(Commands commands) {
    events.register(commands);
  }

  public PersonalData personalData() {
    return data;
  }

  /// Who is in which conversation, for features that take part in one.
  public ParticipantRepository participants() {
    return participants;
  }

  /// For messages of the relay's own, and for those that were there before anybody was connected.
  public MessageWriter writer() {
    return writer;
  }

  /// Where other features keep what belongs to one user and to no conversation.
  public Sync.PersonalItem keepPersonal(Handle handle, String userId, String kind, JsonNode value) {
    return personal.put(handle, userId, kind, "", value);
  }

  /// Tells everybody who shares a conversation with this user whether they are there, as far as
  /// each may know.
  public void tellPresenceAgain(String userId) {
    events.tellPresenceAgain(userId);
  }

  /// Shows a message anew, since what its card names has changed; nothing happens where the
  /// condition, which is tried in the same unit of work, is false.
  public void changed(String messageId, Predicate<Handle> condition) {
    shown.changed(messageId, condition);
  }

  /// For moderators, inside their units of work.
  public MessageModeration moderation() {
    return moderation;
  }

  @Override
  public void disconnected(ClientSocket socket, boolean last) {
    events.disconnected(socket);
  }

  @Override
  public Collection<String> conversationsOf(String userId) {
    return database.read(handle -> participants.conversationIds(handle, userId));
  }
}
