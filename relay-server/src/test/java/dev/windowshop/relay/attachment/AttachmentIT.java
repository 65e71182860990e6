package dev.windowshop.relay.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.testing.TestDatabases;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentIT {
  @TempDir Path data;

  private Relay relay;
  private String ana;
  private String ben;
  private String benId;
  private String eve;

  @BeforeEach
  void start() throws Exception {
    begin(TestDatabases.config(data));
  }

  private void begin(RelayConfig config) throws Exception {
    relay = Relay.start(config);
    ana = web().person("ana").path("accessToken").asText();
    JsonNode bens = web().person("ben");
    ben = bens.path("accessToken").asText();
    benId = bens.path("user").path("id").asText();
    eve = web().person("eve").path("accessToken").asText();
  }

  private AttachmentClient web() {
    return new AttachmentClient(relay.address());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void aPhotoComesBackUprightAndWithoutWhatItsCameraWrote() throws Exception {
    AttachmentClient.Answer made = web().upload(ana, "beach.jpg", Samples.photo(400, 200, 6));
    assertEquals(201, made.status(), () -> new String(made.bytes()));
    assertEquals("image", made.json().path("kind").asText());
    assertEquals("image/jpeg", made.json().path("mime").asText());
    assertEquals("beach.jpg", made.json().path("name").asText());
    assertEquals(200, made.json().path("width").asInt());
    assertEquals(400, made.json().path("height").asInt());
    AttachmentClient.Answer back = web().get(ana, AttachmentClient.id(made));
    assertEquals(200, back.status());
    assertEquals("image/jpeg", back.header("Content-Type"));
    assertEquals(made.json().path("size").asInt(), back.bytes().length);
    String text = new String(back.bytes(), StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("GPS"));
    assertFalse(text.contains("Exif"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(back.bytes()));
    assertTrue((image.getRGB(100, 20) >> 16 & 0xFF) > 200, "what was left is on top now");
    assertTrue((image.getRGB(100, 380) & 0xFF) > 200);
    AttachmentClient.Answer thumb =
        web().send(ana, "GET", made.json().path("thumbUrl").asText(), null);
    assertEquals(200, thumb.status());
    assertEquals(360, ImageIO.read(new ByteArrayInputStream(thumb.bytes())).getHeight());
  }

  @Test
  void anAnimationStaysOneAndLosesTheRest() throws Exception {
    AttachmentClient.Answer made = web().upload(ana, "dance.gif", Samples.animation());
    assertEquals(201, made.status(), () -> new String(made.bytes()));
    assertEquals("image/gif", made.json().path("mime").asText());
    String text =
        new String(web().get(ana, AttachmentClient.id(made)).bytes(), StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("NETSCAPE2.0"));
    assertFalse(text.contains("secret"));
    assertTrue(text.endsWith(";"));
  }

  @Test
  void aFileIsWhatItsBytesSay() throws Exception {
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    AttachmentClient.Answer liar = web().upload(ana, "cat.jpg", page);
    assertEquals(201, liar.status());
    assertEquals("file", liar.json().path("kind").asText());
    assertEquals("application/octet-stream", liar.json().path("mime").asText());
    AttachmentClient.Answer back = web().get(ana, AttachmentClient.id(liar));
    assertEquals("nosniff", back.header("X-Content-Type-Options"));
    assertTrue(back.header("Content-Disposition").startsWith("attachment;"));
    assertTrue(back.header("Content-Security-Policy").contains("sandbox"));
    assertEquals(422, web().upload(ana, "cat.jpg", page, "kind", "image").status());
    assertEquals(422, web().upload(ana, "note.ogg", page, "kind", "voice").status());
    assertEquals(422, web().upload(ana, "odd", page, "kind", "hologram").status());
    assertEquals(422, web().upload(ana, "big.png", Samples.pngBomb(50_000, 50_000)).status());
    assertEquals(422, web().upload(ana, "cut.png", Samples.pngBomb(50, 50)).status(), "no pixels");
    assertEquals(422, web().upload(ana, "empty", new byte[0]).status());
    AttachmentClient.Answer wordy = web().upload(ana, "x".repeat(5000) + ".txt", Samples.noise(10));
    assertTrue(wordy.status() == 201 || wordy.status() == 422, () -> "" + wordy.status());
    AttachmentClient.Answer voice = web().upload(ana, "note", Samples.wav(1500));
    assertEquals("voice", voice.json().path("kind").asText());
    assertEquals(1500, voice.json().path("durationMs").asInt());
    AttachmentClient.Answer video = web().upload(ana, "clip", Samples.mp4(320, 180, 900));
    assertEquals("video", video.json().path("kind").asText());
    assertEquals(320, video.json().path("width").asInt());
    AttachmentClient.Answer renamed =
        web().upload(ana, "../../etc/\u202Egpj.exe", Samples.noise(10));
    assertEquals("gpj.exe", renamed.json().path("name").asText());
    assertEquals(List.of(), litter());
  }

  @Test
  void partsOfAFileAreServed() throws Exception {
    byte[] bytes = Samples.noise(100_000);
    AttachmentClient.Answer made = web().upload(ana, "Übung „1“.bin", bytes);
    String id = AttachmentClient.id(made);
    AttachmentClient.Answer whole = web().get(ana, id);
    assertArrayEquals(bytes, whole.bytes());
    assertEquals("bytes", whole.header("Accept-Ranges"));
    assertTrue(
        whole.header("Content-Disposition").contains("filename*=UTF-8''%C3%9Cbung%20"),
        whole.header("Content-Disposition"));
    String tag = whole.header("ETag");
    assertTrue(tag.startsWith("\""), tag);
    AttachmentClient.Answer part =
        web().get(ana, id, "Range", "bytes=10-19", "Accept-Encoding", "gzip");
    assertEquals(206, part.status());
    assertEquals("bytes 10-19/100000", part.header("Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(bytes, 10, 20), part.bytes());
    assertArrayEquals(
        Arrays.copyOfRange(bytes, 99_900, 100_000),
        web().get(ana, id, "Range", "bytes=-100").bytes());
    assertArrayEquals(
        Arrays.copyOfRange(bytes, 99_990, 100_000),
        web().get(ana, id, "Range", "bytes=99990-").bytes());
    AttachmentClient.Answer beyond = web().get(ana, id, "Range", "bytes=100000-");
    assertEquals(416, beyond.status());
    assertEquals("bytes */100000", beyond.header("Content-Range"));
    assertEquals(304, web().get(ana, id, "If-None-Match", tag).status());
    assertEquals(206, web().get(ana, id, "Range", "bytes=0-0", "If-Range", tag).status());
    assertEquals(200, web().get(ana, id, "Range", "bytes=0-0", "If-Range", "\"other\"").status());
    assertEquals(200, web().get(ana, id, "Range", "lines=0-0").status());
    AttachmentClient.Answer head = web().send(ana, "HEAD", "/api/v1/attachments/" + id, null);
    assertEquals(200, head.status());
    assertEquals("100000", head.header("Content-Length"));
  }

  @Test
  void onlyThoseWhoSeeTheConversationSeeWhatWasSent() throws Exception {
    AttachmentClient.Answer made = web().upload(ana, "beach.jpg", Samples.image("jpg", 50, 40));
    String id = AttachmentClient.id(made);
    assertEquals(200, web().get(ana, id).status());
    assertEquals(404, web().get(ben, id).status(), "not sent yet");
    assertEquals(401, web().send("", "GET", "/api/v1/attachments/" + id, null).status());
    String chat =
        web()
            .json(ana, "POST", "/conversations", Map.of("kind", "direct", "userId", benId))
            .json()
            .path("id")
            .asText();
    String messages = "/conversations/" + chat + "/messages";
    Map<String, Object> image =
        Map.of("clientId", Ids.newId(), "type", "image", "attachmentIds", List.of(id));
    AttachmentClient.Answer sent = web().json(ana, "POST", messages, image);
    assertEquals(201, sent.status(), () -> new String(sent.bytes()));
    assertEquals(made.json(), sent.json().path("attachments").get(0));
    assertEquals(200, web().json(ana, "POST", messages, image).status(), "sent again");
    assertEquals(200, web().get(ben, id).status());
    assertEquals(200, web().send(ben, "GET", made.json().path("thumbUrl").asText(), null).status());
    assertEquals(404, web().get(eve, id).status());
    assertEquals(404, web().send(eve, "GET", made.json().path("thumbUrl").asText(), null).status());

    String eves =
        AttachmentClient.id(web().upload(eve, "mine.txt", "mine".getBytes(StandardCharsets.UTF_8)));
    for (Map<String, Object> refused :
        List.<Map<String, Object>>of(
            Map.of("type", "file", "attachmentIds", List.of(eves)),
            Map.of("type", "file", "attachmentIds", List.of(Ids.newId())),
            Map.of("type", "voice", "attachmentIds", List.of(id)),
            Map.of("type", "image", "attachmentIds", List.of(id, id)),
            Map.of("type", "image", "attachmentIds", List.of()),
            Map.of("type", "image"),
            Map.of("type", "text"))) {
      Map<String, Object> body = new java.util.HashMap<>(refused);
      body.put("clientId", Ids.newId());
      assertEquals(422, web().json(ana, "POST", messages, body).status(), refused.toString());
    }
    AttachmentClient.Answer forwarded =
        web()
            .json(
                ben,
                "POST",
                messages,
                Map.of("clientId", Ids.newId(), "type", "file", "attachmentIds", List.of(id)));
    assertEquals(201, forwarded.status(), "what one sees one may send on");

    web().json(ana, "DELETE", "/messages/" + sent.json().path("id").asText(), null);
    assertEquals(200, web().get(ben, id).status(), "the other message still names it");
    web().json(ben, "DELETE", "/messages/" + forwarded.json().path("id").asText(), null);
    assertEquals(404, web().get(ben, id).status());
  }

  @Test
  void aVideoHasThePosterThatItsSenderMadeOfIt() throws Exception {
    AttachmentClient.Answer made = web().upload(ana, "clip.mp4", Samples.mp4(320, 180, 900));
    String id = AttachmentClient.id(made);
    assertTrue(made.json().path("thumbUrl").isNull());
    String poster = "/api/v1/attachments/" + id + "/thumb";
    assertEquals(404, web().send(ana, "GET", poster, null).status());
    byte[] photo = Samples.photo(800, 400, 1);
    assertEquals(401, web().send("", "PUT", poster, photo).status());
    assertEquals(404, web().send(ben, "PUT", poster, photo).status(), "not Ben's");
    assertEquals(422, web().send(ana, "PUT", poster, Samples.mp4(320, 180, 900)).status());
    assertEquals(422, web().send(ana, "PUT", poster, Samples.pngBomb(50_000, 50_000)).status());
    assertEquals(422, web().send(ana, "PUT", poster, new byte[0]).status());
    assertEquals(413, web().send(ana, "PUT", poster, Samples.noise(5_000_001)).status());
    String picture =
        AttachmentClient.id(web().upload(ana, "beach.jpg", Samples.image("jpg", 50, 40)));
    assertEquals(
        422, web().send(ana, "PUT", "/api/v1/attachments/" + picture + "/thumb", photo).status());

    assertEquals(200, web().send(ana, "PUT", poster, Samples.image("png", 80, 40)).status());
    AttachmentClient.Answer put =
        web().send(ana, "PUT", poster, photo, "Content-Type", "image/jpeg");
    assertEquals(200, put.status(), () -> new String(put.bytes()));
    assertEquals(poster, put.json().path("thumbUrl").asText());
    assertEquals("video", put.json().path("kind").asText());
    assertEquals(320, put.json().path("width").asInt());
    AttachmentClient.Answer shown = web().send(ana, "GET", poster, null);
    assertEquals("image/jpeg", shown.header("Content-Type"));
    assertFalse(new String(shown.bytes(), StandardCharsets.ISO_8859_1).contains("GPS"));
    assertEquals(360, ImageIO.read(new ByteArrayInputStream(shown.bytes())).getWidth());
    assertEquals(List.of(), litter());

    String chat =
        web()
            .json(ana, "POST", "/conversations", Map.of("kind", "direct", "userId", benId))
            .json()
            .path("id")
            .asText();
    AttachmentClient.Answer sent =
        web()
            .json(
                ana,
                "POST",
                "/conversations/" + chat + "/messages",
                Map.of("clientId", Ids.newId(), "type", "video", "attachmentIds", List.of(id)));
    assertEquals(put.json(), sent.json().path("attachments").get(0));
    assertEquals(200, web().send(ben, "GET", poster, null).status());
    assertEquals(404, web().send(eve, "GET", poster, null).status());
    assertEquals(409, web().send(ana, "PUT", poster, photo).status(), "everybody has it as it is");
  }

  @Test
  void anUploadThatWasCutGoesOnWhereItStopped() throws Exception {
    byte[] bytes = Samples.noise(3_000_000);
    String hash =
        HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    AttachmentClient.Answer begun =
        web()
            .json(
                ana,
                "POST",
                "/attachments/uploads",
                Map.of("name", "long.bin", "size", bytes.length, "sha256", hash));
    assertEquals(201, begun.status(), () -> new String(begun.bytes()));
    assertEquals(0, begun.json().path("offset").asInt());
    String path = "/api/v1/attachments/uploads/" + begun.json().path("id").asText();
    assertEquals(path, begun.header("Location"));
    cut(path, bytes, 2_970_000);
    long offset = awaitOffset(path, 1_000_000);
    assertTrue(offset < bytes.length);
    AttachmentClient.Answer wrong = web().patch(ana, path, 5, new byte[10]);
    assertEquals(409, wrong.status());
    assertEquals(Long.toString(offset), wrong.header("Upload-Offset"));
    assertEquals(404, web().patch(ben, path, offset, new byte[1]).status());
    relay.close();
    relay = Relay.start(TestDatabases.config(data));
    AttachmentClient.Answer done =
        web().patch(ana, path, offset, Arrays.copyOfRange(bytes, (int) offset, bytes.length));
    assertEquals(201, done.status(), () -> new String(done.bytes()));
    String id = done.json().path("attachment").path("id").asText();
    assertArrayEquals(bytes, web().get(ana, id).bytes());
    assertEquals(
        id,
        web().send(ana, "GET", path, null).json().path("attachment").path("id").asText(),
        "who did not hear of it can ask");
    assertEquals(List.of(), litter());
  }

  @Test
  void anUploadThatIsNotWhatWasAnnouncedIsRefused() throws Exception {
    AttachmentClient.Answer begun =
        web()
            .json(
                ana,
                "POST",
                "/attachments/uploads",
                Map.of("name", "a", "size", 10, "sha256", "0".repeat(64)));
    String path = "/api/v1/attachments/uploads/" + begun.json().path("id").asText();
    assertEquals(422, web().patch(ana, path, 0, new byte[11]).status(), "more than announced");
    assertEquals("10", web().send(ana, "HEAD", path, null).header("Upload-Length"));
    long offset = web().send(ana, "GET", path, null).json().path("offset").asLong();
    AttachmentClient.Answer other = web().patch(ana, path, offset, new byte[(int) (10 - offset)]);
    assertEquals(422, other.status(), () -> new String(other.bytes()));
    assertEquals(404, web().send(ana, "GET", path, null).status());
    for (Object size : List.of(0, -1, "many")) {
      assertEquals(
          422,
          web()
              .json(ana, "POST", "/attachments/uploads", Map.of("name", "a", "size", size))
              .status());
    }
    assertEquals(
        413,
        web()
            .json(ana, "POST", "/attachments/uploads", Map.of("name", "a", "size", 1L << 50))
            .status());
    AttachmentClient.Answer dropped =
        web().json(ana, "POST", "/attachments/uploads", Map.of("name", "a", "size", 10));
    String gone = "/api/v1/attachments/uploads/" + dropped.json().path("id").asText();
    assertEquals(204, web().send(ana, "DELETE", gone, null).status());
    assertEquals(404, web().send(ana, "GET", gone, null).status());
    assertEquals(415, web().json(ana, "POST", "/attachments", Map.of("no", "form")).status());
    assertEquals(List.of(), litter());
  }

  @Test
  void limitsAreBySortAndByPerson() throws Exception {
    relay.close();
    begin(
        TestDatabases.config(data.resolve("small"))
            .with(config ->
                config.attachments(
                    new AttachmentConfig(
                        20_000,
                        2_000_000,
                        5_000,
                        300_000,
                        500_000,
                        0,
                        java.time.Duration.ofDays(1)))));
    assertEquals(413, web().upload(ana, "note.wav", Samples.wav(1000)).status());
    assertEquals(413, web().upload(ana, "a.bin", Samples.noise(300_001)).status());
    assertEquals(413, web().upload(ana, "b.bin", Samples.noise(4_000_000)).status());
    assertEquals(201, web().upload(ana, "a.bin", Samples.noise(300_000)).status());
    assertEquals(413, web().upload(ana, "c.bin", Samples.noise(250_000)).status(), "altogether");
    assertEquals(201, web().upload(ben, "c.bin", Samples.noise(250_000)).status());
    try (Stream<Path> left = Files.list(data.resolve("small/uploads"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesNothing() throws Exception {
    relay.close();
    begin(
        TestDatabases.config(data.resolve("full"))
            .with(config ->
                config.attachments(
                    new AttachmentConfig(
                        1 << 20,
                        1 << 20,
                        1 << 20,
                        1 << 20,
                        1 << 30,
                        Long.MAX_VALUE / 2,
                        java.time.Duration.ofDays(1)))));
    AttachmentClient.Answer full = web().upload(ana, "a.bin", Samples.noise(1000));
    assertEquals(507, full.status());
    assertTrue(full.json().path("type").asText().endsWith(":storage-full"));
    assertEquals(
        507,
        web().json(ana, "POST", "/attachments/uploads", Map.of("name", "a", "size", 10)).status());
    try (Stream<Path> left = Files.list(data.resolve("full/uploads"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void whatIsKeptTwiceIsKeptOnce() throws Exception {
    byte[] bytes = Samples.noise(5000);
    String first = AttachmentClient.id(web().upload(ana, "a.bin", bytes));
    String second = AttachmentClient.id(web().upload(ben, "b.bin", bytes));
    assertNotEquals(first, second);
    assertEquals(1, blobs().size());
    assertEquals(404, web().get(ben, first).status(), "the same bytes are not the same upload");
  }

  private List<Path> blobs() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private List<Path> litter() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("uploads"))) {
      return files.toList();
    }
  }

  private long awaitOffset(String path, long least) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      AttachmentClient.Answer answer = web().send(ana, "HEAD", path, null);
      assertEquals(200, answer.status());
      long offset = Long.parseLong(answer.header("Upload-Offset"));
      if (offset >= least) {
        // An empty piece ends whatever still arrives.
        web().patch(ana, path, offset, new byte[0]);
        return web().send(ana, "GET", path, null).json().path("offset").asLong();
      }
    }
    throw new AssertionError(
        "not so much arrived: " + web().send(ana, "HEAD", path, null).header("Upload-Offset"));
  }

  /// Sends a part of what it announces, then hangs up.
  private void cut(String path, byte[] bytes, int sent) throws IOException {
    URI address = URI.create(relay.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PATCH "
                  + path
                  + " HTTP/1.1\r\nHost: relay\r\nUpload-Offset: 0\r\nAuthorization: Bearer "
                  + ana
                  + "\r\nContent-Length: "
                  + bytes.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, 0, sent);
      out.flush();
    }
  }
}
