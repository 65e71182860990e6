package dev.windowshop.relay.moderation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient.Answer;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.TestDatabases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What moderators see of the files that came with a reported message.
class EvidenceIT {
  private static final byte[] CONTENT = "not what was ordered".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  private RelayFixture relay;
  private Person ana;
  private Person ben;
  private Person moderator;

  @BeforeEach
  void start() {
    relay = new RelayFixture(data);
    ana = relay.person("ana.one");
    ben = relay.person("ben.one");
    moderator = relay.person("mod.one");
    try (Database database = TestDatabases.open(data)) {
      new OperatorService(database, Clock.systemUTC()).setRole("mod.one", UserRole.MODERATOR);
    }
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private HttpResponse<byte[]> send(Person person, HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request.header("Authorization", "Bearer " + person.token()).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private String upload() throws Exception {
    String head =
        "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
    byte[] body =
        (head + new String(CONTENT, StandardCharsets.UTF_8) + "\r\n--XX--\r\n")
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> made =
        send(
            ben,
            HttpRequest.newBuilder(URI.create(relay.address() + "/api/v1/attachments"))
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertEquals(201, made.statusCode());
    return Json.decode(made.body(), JsonNode.class).path("id").asText();
  }

  private HttpResponse<byte[]> open(Person person, String id) throws Exception {
    return send(
        person, HttpRequest.newBuilder(URI.create(relay.address() + "/api/v1/attachments/" + id)));
  }

  @Test
  void aReportedFileIsOpenToModeratorsAndStaysUntilTheyHaveDecided() throws Exception {
    Conversation chat = ben.direct(ana);
    String file = upload();
    Answer sent =
        ben.rest()
            .post(
                "/conversations/" + chat.id() + "/messages",
                Map.of("clientId", "1", "type", "file", "attachmentIds", List.of(file)));
    assertEquals(201, sent.status(), () -> sent.body().toString());
    String message = sent.body().path("id").asText();
    assertEquals(404, open(moderator, file).statusCode(), "nobody has reported it");

    Answer report =
        ana.rest()
            .post("/reports", Map.of("kind", "message", "targetId", message, "reason", "fraud"));
    assertEquals(201, report.status(), () -> report.body().toString());
    assertArrayEquals(CONTENT, open(moderator, file).body());
    assertEquals(404, open(relay.person("eve.one"), file).statusCode());

    assertEquals(204, ben.rest().delete("/messages/" + message).status());
    assertEquals(404, open(ana, file).statusCode(), "it is gone for those who were sent it");
    assertArrayEquals(CONTENT, open(moderator, file).body());
    assertEquals(1, uses(file), "kept for the report");

    Answer decided =
        moderator
            .rest()
            .post(
                "/moderation/reports/" + report.body().path("id").asText() + "/resolve",
                Map.of("action", "dismiss"));
    assertEquals(200, decided.status(), () -> decided.body().toString());
    assertEquals(0, uses(file), "to be collected");
  }

  private int uses(String attachment) {
    try (Database database = TestDatabases.open(data)) {
      return database.read(handle ->
          handle
              .createQuery("SELECT uses FROM attachments WHERE id = :id")
              .bind("id", attachment)
              .mapTo(Integer.class)
              .one());
    }
  }
}
