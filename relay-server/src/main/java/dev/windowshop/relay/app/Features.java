package dev.windowshop.relay.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Sync;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.account.AccountFeature;
import dev.windowshop.relay.account.SessionRepository;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.attachment.AttachmentFeature;
import dev.windowshop.relay.call.CallFeature;
import dev.windowshop.relay.call.IceServers;
import dev.windowshop.relay.chat.Acquaintances;
import dev.windowshop.relay.chat.ChatConfig;
import dev.windowshop.relay.chat.ChatFeature;
import dev.windowshop.relay.chat.ChatPlaces;
import dev.windowshop.relay.chat.ConversationRepository;
import dev.windowshop.relay.chat.MessageAttachmentRepository;
import dev.windowshop.relay.chat.ScheduledRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.idempotency.IdempotencyService;
import dev.windowshop.relay.idempotency.KeyedRequests;
import dev.windowshop.relay.interest.GuestMerge;
import dev.windowshop.relay.interest.InterestFeature;
import dev.windowshop.relay.interest.Purchases;
import dev.windowshop.relay.moderation.ModerationFeature;
import dev.windowshop.relay.notification.NotificationFeature;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.offer.OfferFeature;
import dev.windowshop.relay.order.OrderFeature;
import dev.windowshop.relay.people.PeopleFeature;
import dev.windowshop.relay.people.Relations;
import dev.windowshop.relay.people.SeenPeople;
import dev.windowshop.relay.personal.PersonalDataService;
import dev.windowshop.relay.realtime.RealtimeFeature;
import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.release.ReleaseRoutes;
import dev.windowshop.relay.release.ReleaseShelf;
import dev.windowshop.relay.review.ReviewFeature;
import dev.windowshop.relay.sell.SellFeature;
import dev.windowshop.relay.sell.ShopPictures;
import dev.windowshop.relay.shopper.ShopperFeature;
import dev.windowshop.relay.socketio.SocketIoServer;
import dev.windowshop.relay.store.PersonalNews;
import dev.windowshop.relay.store.ProductModeration;
import dev.windowshop.relay.store.ProductRepository;
import dev.windowshop.relay.store.StoreFeature;
import dev.windowshop.relay.story.StoryFeature;
import dev.windowshop.relay.story.StorySight;
import dev.windowshop.relay.stripe.StripeConfig;
import dev.windowshop.relay.stripe.StripeFeature;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every feature of the relay, each given what it needs of the others. Made once, by the thread
/// that starts the relay.
final class Features {
  private final Ground ground;
  private final UserRepository users = new UserRepository();
  private final Relations permissions = new Relations();
  private final IdempotencyService idempotency;
  private final RealtimeFeature realtime;
  private final AccountFeature accounts;
  private final StoreFeature store;
  private final SellFeature selling;
  private final ReviewFeature reviews;
  private final ShopperFeature shoppers;
  private final AttachmentFeature attachments;
  private final @Nullable StripeFeature stripe;
  private final OrderFeature orders;
  private final OfferFeature offers;
  private final ChatFeature chat;
  private final StoryFeature stories;
  private final NotificationFeature notifications;
  private final PeopleFeature people;
  private final ModerationFeature moderation;
  private final CallFeature calls;
  private final InterestFeature interests;

  Features(Ground ground, SocketIoServer sockets, Opened opened) {
    this.ground = ground;
    RelayConfig config = ground.config();
    Database database = ground.database();
    idempotency = new IdempotencyService(database, config.clock());
    realtime =
        opened.add(
            new RealtimeFeature(
                sockets,
                database,
                ground.authenticator(),
                users,
                ground.requests(),
                ground.limits(),
                ground.addresses(),
                ground.work(),
                ground.metrics(),
                config.clock()));
    accounts =
        opened.add(
            new AccountFeature(
                database,
                ground.keys(),
                ground.tokens(),
                ground.providers(),
                config.oidc().signUp(),
                ground.mailer(),
                config.passwords(),
                config.clock(),
                config.refreshLife(),
                realtime::endSession,
                ground.limits()));
    String currency =
        database.write(handle -> RelayState.init(handle, "currency", config.currency()));
    if (config.demo()) {
      new DemoSeed(database, currency).seed(ground.demo(), config.clock().instant());
    }
    ProductRepository products = new ProductRepository(currency);
    PersonalNews news = new PersonalNews(this::keepPersonal, realtime.broadcaster());
    Recommender engine = new Recommender();
    notifications =
        new NotificationFeature(
            database, permissions, new ChatPlaces(), users, realtime.broadcaster(), config.clock());
    Notifier notifier = notifications.notifier();
    store =
        opened.add(
            new StoreFeature(
                database,
                products,
                currency,
                realtime.broadcaster(),
                ground.data(),
                config.clock(),
                new GuestMerge(engine),
                news));
    StorySight sight =
        new StorySight(new ChatForStories(new Acquaintances()), permissions, config.clock());
    attachments =
        opened.add(
            new AttachmentFeature(
                database,
                ground.data(),
                (handle, id, user) ->
                    new MessageAttachmentRepository().isVisible(handle, id, user)
                        || ScheduledRepository.shows(handle, id, user)
                        || users.shows(handle, AttachmentsForPeople.url(id))
                        || ConversationRepository.shows(handle, AttachmentsForPeople.url(id))
                        || sight.shows(handle, id, user),
                ModerationFeature::inspects,
                config.attachments(),
                config.clock()));
    ShopPictures pictures =
        opened.add(new ShopPictures(attachments.attachments()::picture, ground.data()));
    selling =
        new SellFeature(
            database,
            products,
            store.catalogue(),
            pictures,
            ground.data().resolve("passing"),
            currency,
            config.clock());
    reviews = new ReviewFeature(database, users, store.catalogue(), pictures, config.clock());
    shoppers = new ShopperFeature(database, products, store.catalogue(), news, config.clock());
    StripeConfig cards = config.stripe();
    stripe = cards == null ? null : new StripeFeature(cards, currency, config.clock());
    orders =
        new OrderFeature(
            database,
            realtime.broadcaster(),
            notifier,
            currency,
            config.demo() || config.testPayments(),
            stripe == null ? List.of() : List.of(stripe.provider()),
            new Purchases(engine, config.clock()),
            store.catalogue()::refresh,
            config.clock());
    offers =
        new OfferFeature(
            database, realtime.broadcaster(), notifier, orders.agreed(), currency, config.clock());
    orders.onLapsed(offers::lapsed);
    chat =
        new ChatFeature(
            database,
            realtime.broadcaster(),
            realtime.presence(),
            realtime.epoch(),
            users::byIds,
            permissions,
            new StoreForChat(products),
            new OrdersForChat(orders),
            new OffersForChat(offers),
            new AttachmentsForChat(attachments.attachments()),
            new StoriesForChat(sight),
            notifier,
            this::departed,
            ChatConfig.defaults(),
            ground.limits(),
            config.clock());
    offers.messages(chat::changed);
    stories =
        new StoryFeature(
            database,
            sight,
            users,
            new AttachmentsForStories(attachments.attachments()),
            permissions,
            chat::keepPersonal,
            realtime.broadcaster(),
            ground.limits(),
            config.clock());
    people =
        new PeopleFeature(
            database,
            users,
            realtime.broadcaster(),
            realtime.presence(),
            new SeenPeople(permissions, realtime.presence()),
            new AttachmentsForPeople(attachments.attachments()),
            chat::keepPersonal,
            chat::tellPresenceAgain,
            config.clock());
    moderation =
        new ModerationFeature(
            database,
            users,
            new ShopForModeration(
                chat,
                new ProductModeration(products),
                attachments.attachments(),
                stories.moderation()),
            realtime.broadcaster(),
            realtime::endSession,
            config.clock());
    calls =
        opened.add(
            new CallFeature(
                database,
                realtime.broadcaster(),
                new ChatForCalls(chat, users::byIds, permissions, notifier),
                IceServers.of(config.iceServers(), config.turnSecret(), config.clock()),
                ground.limits(),
                realtime.presence()::inCall,
                new SessionRepository()::device));
    interests =
        opened.add(
            new InterestFeature(
                database,
                store.catalogue(),
                engine,
                new OthersForInterests(store, chat, calls),
                config.clock()));
  }

  RealtimeFeature realtime() {
    return realtime;
  }

  CallFeature calls() {
    return calls;
  }

  InterestFeature interests() {
    return interests;
  }

  /// Says what the relay answers, over HTTP and on sockets, and lets sockets in.
  void serve(HttpApi api) {
    api.repeats(new KeyedRequests(idempotency));
    accounts.routes(api);
    store.routes(api);
    selling.routes(api);
    reviews.routes(api);
    shoppers.routes(api);
    attachments.routes(api);
    chat.routes(api);
    stories.routes(api);
    notifications.routes(api);
    people.routes(api);
    moderation.routes(api);
    calls.routes(api);
    orders.routes(api);
    offers.routes(api);
    if (stripe != null) {
      stripe.routes(api, orders.reports());
    }
    interests.routes(api, this::moderates);
    new ReleaseRoutes(new ReleaseShelf(ground.data())).register(api);
    accounts.routes(api, personalData());
    store.commands(realtime.commands());
    chat.commands(realtime.commands());
    people.commands(realtime.commands());
    calls.commands(realtime.commands());
    realtime.serve(List.of(store, chat, calls));
  }

  /// What each does from time to time.
  void run() {
    ground.every(1, 60, TimeUnit.MINUTES, accounts::tidy);
    ground.every(1, 60, TimeUnit.MINUTES, idempotency::tidy);
    ground.every(20, 20, TimeUnit.SECONDS, accounts::lookForNewKeys);
    ground.every(5, 5, TimeUnit.SECONDS, accounts::lookForEndedSessions);
    ground.every(2, 60, TimeUnit.MINUTES, attachments::collect);
    ground.every(1, 1, TimeUnit.MINUTES, this::sweep);
    ground.every(1, 1, TimeUnit.SECONDS, chat::sendDue);
    store.run(ground.timer(), ground.config().drawAhead());
    orders.run(ground.timer());
    offers.run(ground.timer());
    interests.run(ground.timer(), ground.config().recommendEvery());
  }

  /// Calls are made after the chat whose members they have.
  private void departed(String conversationId, String userId) {
    calls.removed(conversationId, userId);
  }

  /// Chat, which keeps personal items, is made after the features that have some.
  private Sync.PersonalItem keepPersonal(
      Handle handle, String userId, String kind, JsonNode value) {
    return chat.keepPersonal(handle, userId, kind, value);
  }

  /// Removes what is over, its pictures too.
  void sweep() {
    if (stories.sweep() > 0) {
      attachments.collect();
    }
    notifications.trim();
    chat.sweep();
  }

  private boolean moderates(String userId) {
    return ground
        .database()
        .read(handle -> users.role(handle, userId))
        .orElse(UserRole.USER)
        .moderates();
  }

  private PersonalDataService personalData() {
    return new PersonalDataService(
        ground.database(),
        ground.data().resolve("exports"),
        List.of(
            accounts.personalData(),
            people.personalData(),
            chat.personalData(),
            stories.personalData(),
            notifications.personalData(),
            attachments.personalData(),
            store.personalData(),
            ReviewFeature.personalData(),
            ShopperFeature.personalData(),
            orders.personalData(),
            offers.personalData(),
            interests.personalData(),
            calls.personalData(),
            ModerationFeature.personalData()),
        ground.config().clock());
  }
}
