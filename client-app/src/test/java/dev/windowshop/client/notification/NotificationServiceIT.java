package dev.windowshop.client.notification;

import static dev.windowshop.client.app.TestClient.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.client.app.Services;
import dev.windowshop.client.chat.Draft;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.protocol.Notification;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bell of two devices of one person, and of somebody who calls on them.
class NotificationServiceIT {
  @TempDir Path folder;

  private static Services open(Path folder, String name, String address) {
    Services services =
        Services.open(
            Profile.in(name, folder.resolve(name + "/data"), folder.resolve(name + "/cache")),
            RelayAddress.of(address, false),
            SoundAccess.TONE,
            LocalSources.demo(7));
    services.core().start();
    return services;
  }

  private static void online(Services services) {
    await(services.core().socket().state(), ConnectionState.Online.class::isInstance);
  }

  private static void mention(Services by, String conversation, String whom) {
    by.chat().send(conversation, new Draft("@ana look", null, List.of(whom), List.of())).join();
  }

  private static boolean unread(List<Notification> all, long count) {
    return all.size() == 1 && all.getFirst().readAt() == null && all.getFirst().count() == count;
  }

  private static boolean read(List<Notification> all) {
    return all.size() == 1 && all.getFirst().readAt() != null;
  }

  @Test
  void whatIsReadOnOneDeviceIsReadOnAllAlsoWhatWasReadOffline() {
    Relay relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    int port = URI.create(relay.address()).getPort();
    Services desk = open(folder, "desk", relay.address());
    Services laptop = open(folder, "laptop", relay.address());
    Services ben = open(folder, "ben", relay.address());
    try {
      String ana =
          desk.core()
              .account()
              .signUp("ana@example.org", "ana", "correct horse battery", "Ana")
              .join()
              .id();
      laptop.core().account().signIn("ana", "correct horse battery").join();
      ben.core().account().signUp("ben@example.org", "ben", "correct horse battery", "Ben").join();
      online(desk);
      online(laptop);
      online(ben);
      String conversation = ben.chat().openDirect(ana).join();
      mention(ben, conversation, ana);
      Notification raised = await(desk.notifications().all(), all -> unread(all, 1)).getFirst();
      assertEquals(Notification.Kind.MENTION, raised.kind());
      assertEquals("@ana look", raised.preview());
      await(laptop.notifications().all(), all -> unread(all, 1));

      desk.notifications().readAll();
      await(desk.notifications().all(), NotificationServiceIT::read);
      await(laptop.notifications().all(), NotificationServiceIT::read);

      // The relay is away; the bell is there, and what is read in it is told later.
      mention(ben, conversation, ana);
      await(
          desk.notifications().all(),
          all -> all.stream().filter(one -> one.readAt() == null).count() == 1);
      relay.close();
      await(desk.core().socket().state(), state -> !(state instanceof ConnectionState.Online));
      desk.notifications().readAll();
      await(
          desk.notifications().all(),
          all -> !all.isEmpty() && all.stream().allMatch(one -> one.readAt() != null));
      relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(port));
      online(desk);
      online(laptop);
      await(
          laptop.notifications().all(),
          all -> all.size() == 2 && all.stream().allMatch(one -> one.readAt() != null));
    } finally {
      desk.close();
      laptop.close();
      ben.close();
      relay.close();
    }
  }
}
