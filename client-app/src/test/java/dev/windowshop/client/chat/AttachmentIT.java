package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.preview.LinkPreview;
import dev.windowshop.client.video.Poster;
import dev.windowshop.client.video.Posters;
import dev.windowshop.client.video.VideoSamples;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class AttachmentIT {
  @TempDir Path folder;

  private Relay relay;
  private ChatClient ana;
  private ChatClient ben;
  private String id;

  @BeforeEach
  void start() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    ana = new ChatClient(folder.resolve("ana"), relay.address());
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    ana.signUp("ana");
    String bensId = ben.signUp("ben");
    online(ana);
    online(ben);
    id = ana.chat().openDirect(bensId).join();
  }

  @AfterEach
  void stop() {
    ana.close();
    ben.close();
    relay.close();
  }

  @Test
  void picturesGoAsAnAlbumWithACaption() throws IOException {
    List<OutgoingFile> pictures =
        List.of(picture("one.png", 60, 40), picture("two.png", 30, 90), picture("three.png", 8, 8));
    ana.chat().send(id, Draft.of("From the market").with(pictures)).join();
    Message arrived = arrivedAtBens(message -> "From the market".equals(message.content()));
    assertEquals(Message.Type.IMAGE, arrived.type());
    assertEquals(
        List.of("one.png", "two.png", "three.png"),
        arrived.attachments().stream().map(one -> one.name()).toList());
    assertEquals(60, arrived.attachments().getFirst().width());
    Line.Media first = MediaOf.message(arrived).getFirst();
    Path copy = ben.chat().files().fetch(first, _ -> {}).join();
    BufferedImage seen = ImageIO.read(copy.toFile());
    assertEquals(40, seen.getHeight());
    assertEquals(List.of(), waiting(ana), "the copies go once the relay has them");
    // Found by a file's name, which the hit shows then.
    assertEquals(List.of("From the market \u00b7 three.png"), found("THREE"));
    assertEquals(List.of("From the market"), found("market"));
  }

  private List<String> found(String words) {
    return ben.chat().search().find(MessageQuery.of(words, ZoneOffset.UTC), 10).join().stream()
        .map(MessageHit::words)
        .toList();
  }

  @Test
  void whatAPageSaysGoesAlongWithItsLinkAndItsPicture() throws IOException {
    Path picture = picture("page.png", 80, 40).path();
    String text = "look at https://shop.example/lamp please";
    LinkPreview preview =
        new LinkPreview("https://shop.example/lamp", "A lamp", "Soft light", "Shop", picture);
    ana.chat().send(id, Draft.of(text).with(preview)).join();
    Message arrived = arrivedAtBens(message -> text.equals(message.content()));
    assertEquals(Message.Type.TEXT, arrived.type());
    List<Line.Media> media = MediaOf.message(arrived);
    Line.Preview shown =
        Objects.requireNonNull(Previews.of(arrived.metadata(), text, media), "a card");
    assertEquals("shop.example", shown.host());
    assertEquals("A lamp", shown.title());
    assertEquals("Soft light", shown.description());
    Line.Media own = Objects.requireNonNull(shown.picture(), "with its picture");
    assertEquals(
        80, ImageIO.read(ben.chat().files().fetch(own, _ -> {}).join().toFile()).getWidth());
    assertNull(
        Previews.of(arrived.metadata(), "look at https://other.example/", media),
        "no card for a link that is not in the words");
    ana.chat().send(id, Draft.of("https://shop.example/lamp").with(withoutPicture(preview))).join();
    Message plain = arrivedAtBens(m -> "https://shop.example/lamp".equals(m.content()));
    assertEquals(List.of(), plain.attachments());
    ana.chat().actions().edit(id, plain.id(), "never mind");
    Message edited = arrivedAtBens(m -> "never mind".equals(m.content()));
    assertNull(Previews.of(edited.metadata(), "never mind", List.of()));
  }

  @Test
  void aVideoArrivesWithThePosterThatItsSenderMade() throws Exception {
    Path picture = picture("poster.png", 320, 180).path();
    Path clip = VideoSamples.clip(folder);
    Posters drawn =
        new Posters() {
          @Override
          public CompletableFuture<Optional<Poster>> of(Path video) {
            try {
              return CompletableFuture.completedFuture(
                  Optional.of(new Poster(Files.readAllBytes(picture), 320, 180)));
            } catch (IOException e) {
              return CompletableFuture.failedFuture(e);
            }
          }

          @Override
          public void copied(Path video, Path copy) {}
        };
    try (ChatClient eve = new ChatClient(folder.resolve("eve"), relay.address(), drawn)) {
      eve.signUp("eve");
      online(eve);
      String chat = eve.chat().openDirect(Objects.requireNonNull(ben.chat().ownId())).join();
      eve.chat().send(chat, Draft.of("").with(List.of(OutgoingFile.of(clip)))).join();
      ben.awaitConversation(chat);
      Message arrived = arrivedAtBens(chat, message -> message.type() == Message.Type.VIDEO);
      Line.Media video = MediaOf.message(arrived).getFirst();
      assertEquals(FileKind.VIDEO, video.kind());
      assertEquals(160, video.width());
      assertEquals(4000, video.durationMs(), 60);
      String poster = Objects.requireNonNull(video.thumbUrl(), "its poster");
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(ben.core().relay().bytes(poster)));
      assertEquals(320, seen.getWidth());

      // Where none can be made it goes without, and at once.
      ana.chat().send(id, Draft.of("").with(List.of(OutgoingFile.of(clip)))).join();
      Message plain = arrivedAtBens(message -> message.type() == Message.Type.VIDEO);
      assertNull(MediaOf.message(plain).getFirst().thumbUrl());
    }
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotFetched() throws Exception {
    Path file = Files.write(folder.resolve("large.dat"), noise(3_000_000));
    ana.chat().send(id, Draft.of("").with(List.of(OutgoingFile.of(file)))).join();
    Message arrived = arrivedAtBens(message -> message.type() == Message.Type.FILE);
    Line.Media media = MediaOf.message(arrived).getFirst();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    CompletableFuture<Path> one =
        ben.chat()
            .files()
            .fetch(
                media,
                part -> {
                  begun.countDown();
                  try {
                    assertTrue(cancelled.await(30, TimeUnit.SECONDS));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    one.cancel(false);
    cancelled.countDown();
    Path own = folder.resolve("ben/files").resolve(media.key());
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> {
          try (Stream<Path> files = Files.list(own)) {
            return files.findAny().isEmpty();
          }
        });
    Path whole = ben.chat().files().fetch(media, _ -> {}).get(30, TimeUnit.SECONDS);
    assertEquals(3_000_000, Files.size(whole));
  }

  private static LinkPreview withoutPicture(LinkPreview of) {
    return new LinkPreview(of.url(), of.title(), of.description(), of.siteName(), null);
  }

  @Test
  void aFileKeepsItsNameAndItsBytes() throws IOException {
    byte[] bytes = noise(700_000);
    Path file = Files.write(folder.resolve("Quittung März.dat"), bytes);
    ana.chat().send(id, Draft.of("").with(List.of(OutgoingFile.of(file)))).join();
    Message arrived = arrivedAtBens(message -> message.type() == Message.Type.FILE);
    assertNull(arrived.content());
    assertEquals("Quittung März.dat", arrived.attachments().getFirst().name());
    Path saved = folder.resolve("saved.dat");
    ben.chat().files().save(MediaOf.message(arrived).getFirst(), saved, _ -> {}).join();
    assertArrayEquals(bytes, Files.readAllBytes(saved));
    assertThrows(
        CompletionException.class,
        () -> ben.chat().files().open(MediaOf.message(arrived).getFirst(), _ -> {}).join(),
        "what may run as a program is not opened");
  }

  @Test
  void whatIsAttachedOfflineIsSentAfterARestartThoughTheFileIsGone() throws IOException {
    int port = URI.create(relay.address()).getPort();
    relay.close();
    TestClient.await(ana.chat().connection(), state -> state instanceof ConnectionState.Offline);
    byte[] bytes = noise(3_000_000);
    Path file = Files.write(folder.resolve("long.bin"), bytes);
    ana.chat().send(id, Draft.of("the plan").with(List.of(OutgoingFile.of(file)))).join();
    ana.chat().send(id, "written after it").join();
    Files.delete(file);
    ana.close();
    ana = new ChatClient(folder.resolve("ana"), "http://127.0.0.1:" + port);

    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(port));
    ana.core().socket().retryNow();
    ben.core().socket().retryNow();
    Message arrived = arrivedAtBens(message -> "the plan".equals(message.content()));
    Path copy = ben.chat().files().fetch(MediaOf.message(arrived).getFirst(), _ -> {}).join();
    assertArrayEquals(bytes, Files.readAllBytes(copy));
    Message after = arrivedAtBens(message -> "written after it".equals(message.content()));
    assertTrue(after.seq() > arrived.seq(), "what was written first is read first");
  }

  @Test
  void anUploadThatARestartOfTheRelayCutsGoesOnWhereItStood() throws IOException {
    byte[] bytes = noise(24_000_000);
    Path file = Files.write(folder.resolve("large.bin"), bytes);
    int port = URI.create(relay.address()).getPort();
    try (OpenConversation anas = ana.chat().open(id)) {
      ana.chat().send(id, Draft.of("large").with(List.of(OutgoingFile.of(file)))).join();
      TestClient.await(
          anas.state(),
          state ->
              !state.messages().isEmpty()
                  || state.pending().stream()
                      .flatMap(pending -> pending.files().stream())
                      .anyMatch(one -> one.sent() > 0));
      relay.close();
      TestClient.await(ana.chat().connection(), state -> state instanceof ConnectionState.Offline);
      relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(port));
      ana.core().socket().retryNow();
      ben.core().socket().retryNow();
      Message arrived = arrivedAtBens(message -> "large".equals(message.content()));
      Path copy = ben.chat().files().fetch(MediaOf.message(arrived).getFirst(), _ -> {}).join();
      assertArrayEquals(bytes, Files.readAllBytes(copy));
    }
  }

  @Test
  void aPictureThatIsNoneIsRefusedWithAReasonAndCanBeGivenUp() throws IOException {
    byte[] lying = noise(5_000);
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(head, 0, lying, 0, head.length);
    Path file = Files.write(folder.resolve("photo.png"), lying);
    try (OpenConversation anas = ana.chat().open(id)) {
      ana.chat().send(id, Draft.of("").with(List.of(OutgoingFile.of(file)))).join();
      ana.chat().send(id, "meanwhile").join();
      Pending refused =
          TestClient.await(
                  anas.state(),
                  state -> state.pending().size() == 1 && state.pending().getFirst().failed())
              .pending()
              .getFirst();
      assertTrue(
          String.valueOf(refused.problem()).contains("photo.png can't be sent as a picture"));
      ana.chat().discard(refused.clientId());
      ChatClient.awaitTexts(anas, List.of("meanwhile"));
    }
  }

  @Test
  void whatCanNotBeSentAtAllIsSaidAtOnce() throws IOException {
    Path empty = Files.write(folder.resolve("empty.txt"), new byte[0]);
    for (Path path : List.of(empty, folder, folder.resolve("missing"))) {
      Throwable failure =
          assertThrows(
              CompletionException.class,
              () -> ana.chat().send(id, Draft.of("x").with(List.of(OutgoingFile.of(path)))).join());
      assertTrue(Reasons.of(failure).contains(String.valueOf(path.getFileName())));
    }
    assertEquals(List.of(), waiting(ana));
  }

  private Message arrivedAtBens(java.util.function.Predicate<Message> wanted) {
    return arrivedAtBens(id, wanted);
  }

  private Message arrivedAtBens(String conversation, java.util.function.Predicate<Message> wanted) {
    ben.awaitConversation(conversation);
    try (OpenConversation bens = ben.chat().open(conversation)) {
      return TestClient.await(bens.state(), state -> state.messages().stream().anyMatch(wanted))
          .messages()
          .stream()
          .filter(wanted)
          .findFirst()
          .orElseThrow();
    }
  }

  private List<Path> waiting(ChatClient client) throws IOException {
    Path outbox = client.core().own().resolve("outbox");
    if (!Files.exists(outbox)) {
      return List.of();
    }
    // The sender may be about to remove them.
    long until = System.nanoTime() + 30_000_000_000L;
    while (true) {
      try (Stream<Path> all = Files.list(outbox)) {
        List<Path> found = all.toList();
        if (found.isEmpty() || System.nanoTime() > until) {
          return found;
        }
      }
      Thread.onSpinWait();
    }
  }

  private OutgoingFile picture(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x % height, 0xD9480F);
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return OutgoingFile.of(file);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static void online(ChatClient client) {
    TestClient.await(client.chat().connection(), state -> state instanceof ConnectionState.Online);
  }
}
