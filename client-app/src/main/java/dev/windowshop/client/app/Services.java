package dev.windowshop.client.app;

import dev.windowshop.client.cache.Migration;
import dev.windowshop.client.call.CallHistory;
import dev.windowshop.client.call.CallSchema;
import dev.windowshop.client.call.CallService;
import dev.windowshop.client.call.CallState;
import dev.windowshop.client.call.Unheard;
import dev.windowshop.client.chat.ChatFolders;
import dev.windowshop.client.chat.ChatSchema;
import dev.windowshop.client.chat.ChatService;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.process.ChildMediaEngine;
import dev.windowshop.client.media.process.MediaProcessConfig;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.notification.NotificationSchema;
import dev.windowshop.client.notification.NotificationService;
import dev.windowshop.client.order.AddressService;
import dev.windowshop.client.order.OrderSchema;
import dev.windowshop.client.order.OrderService;
import dev.windowshop.client.order.OrderServices;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.client.preview.LinkPreviewService;
import dev.windowshop.client.seller.SellerSchema;
import dev.windowshop.client.seller.SellerService;
import dev.windowshop.client.store.KeptSection;
import dev.windowshop.client.store.StoreSchema;
import dev.windowshop.client.store.StoreServices;
import dev.windowshop.client.story.StorySchema;
import dev.windowshop.client.story.StoryService;
import dev.windowshop.client.video.PosterService;
import dev.windowshop.client.video.Posters;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Every feature's services, with no window: the same for the desktop and for clients without one.
///
/// @param core what they stand on
public record Services(
    ClientCore core,
    StoreServices store,
    OrderService orders,
    AddressService addresses,
    SellerService selling,
    ChatService chat,
    Posters posters,
    StoryService stories,
    NotificationService notifications,
    PeopleServices people,
    MediaEngine media,
    CallService calls,
    CallHistory callHistory)
    implements AutoCloseable {

  /// A person's, with their own devices.
  public static Services open(Profile profile, RelayAddress address) {
    return open(
        profile,
        address,
        SoundAccess.DEVICES,
        LocalSources.devices(stamp(profile.name())),
        Keychain.ofSystem());
  }

  /// As the other, for somebody whose sign-in no keychain has to do with.
  ///
  /// @param sources where the own picture and sound come from in a call
  public static Services open(
      Profile profile, RelayAddress address, SoundAccess sound, LocalSources sources) {
    return open(profile, address, sound, sources, Keychain.none());
  }

  /// Opens what lies on this machine; the relay is asked from [ClientCore#start] on.
  static Services open(
      Profile profile,
      RelayAddress address,
      SoundAccess sound,
      LocalSources sources,
      Keychain keychain) {
    List<Migration> migrations = new ArrayList<>(StoreSchema.migrations());
    migrations.addAll(OrderSchema.migrations());
    migrations.addAll(SellerSchema.migrations());
    migrations.addAll(ChatSchema.migrations());
    migrations.addAll(StorySchema.migrations());
    migrations.addAll(NotificationSchema.migrations());
    migrations.addAll(CallSchema.migrations());
    ClientCore core = ClientCore.open(profile, address, migrations, keychain);
    StoreServices store =
        StoreServices.of(
            core.database(),
            core.relay(),
            core.socket(),
            core.account(),
            core.workers(),
            core.pictures());
    store
        .images()
        .setBound((long) core.settings().number(KeptSection.KEY, KeptSection.USUAL) * 1024 * 1024);
    OrderService orders =
        OrderServices.of(
            core.database(), core.relay(), core.socket(), core.account(), core.workers(), store);
    AddressService addresses =
        OrderServices.addresses(
            core.database(), core.relay(), core.socket(), core.account(), core.workers());
    SellerService selling =
        new SellerService(
            core.database(), core.relay(), core.socket(), core.account(), core.workers());
    Posters posters = new PosterService(core.workers().cpu());
    ChatService chat =
        new ChatService(
            core.database(),
            core.relay(),
            core.socket(),
            core.account(),
            core.workers(),
            new ChatFolders(core.own(), core.profile().cache().resolve("files")),
            new LinkPreviewService(
                core.workers(), () -> Choice.LINK_PREVIEWS.isMade(core.settings())),
            posters,
            () -> Choice.FORGETTING.isMade(core.settings()));
    StoryService stories =
        new StoryService(
            core.database(),
            core.relay(),
            core.socket(),
            core.account(),
            core.workers(),
            core.own().resolve("stories"),
            new StoryReplies(chat),
            posters,
            InstantSource.system());
    stories.onGone(store.images()::forget);
    NotificationService notifications =
        new NotificationService(
            core.database(), core.relay(), core.socket(), core.account(), core.workers());
    PeopleServices people = PeopleServices.of(core);
    MediaEngine media = new ChildMediaEngine(MediaProcessConfig.standard(sound));
    CallService calls =
        new CallService(core.socket(), media, sources, new Unheard(core.settings()));
    store.catalog().whileIn(() -> calls.state().value() instanceof CallState.Active);
    return new Services(
        core,
        store,
        orders,
        addresses,
        selling,
        chat,
        posters,
        stories,
        notifications,
        people,
        media,
        calls,
        new CallHistory(core.database(), core.relay(), core.account()));
  }

  /// Gives a drawn picture its colour.
  private static int stamp(String name) {
    return name.hashCode() & 0xFFFF;
  }

  /// Calls are left before the line is cut; the media process ends before the files close.
  @Override
  public void close() {
    calls.close();
    callHistory.close();
    media.close();
    notifications.close();
    stories.close();
    chat.close();
    core.close();
  }
}
