package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Release;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator publishes is handed out at once, and only what its sheet was signed for.
class ReleaseCommandIT {
  private static final String CURRENT = "/releases/current?system=linux&arch=x64&kind=deb";

  @TempDir Path data;
  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  @Test
  void aReleaseIsPublishedHandedOutAndTakenBackWhileTheRelayServes() throws Exception {
    try (Relay relay = Relay.start(TestDatabases.config(data))) {
      Web web = new Web(relay.address());
      assertEquals(404, web.get(CURRENT).status());
      assertEquals(400, web.get("/releases/current?system=linux&arch=x64").status());

      Path newer = installer("0.10.0", "the newer one");
      Path older = installer("0.9.0", "the older one");
      assertEquals(0, add(newer).code());
      assertEquals(0, add(older).code());
      Release current = web.get(CURRENT).as(Release.class);
      assertEquals("0.10.0", current.version());
      assertTrue(current.publishedAt() != null);
      assertEquals(404, web.get(CURRENT.replace("deb", "rpm")).status());

      HttpResponse<String> part = file(relay, current.sha256());
      assertEquals(206, part.statusCode());
      assertEquals("newer", part.body());
      assertEquals(404, web.get("/releases/" + "0".repeat(64) + "/file").status());
      assertEquals(404, web.get("/releases/..%2f..%2frelay.db/file").status());

      assertEquals(1, add(newer).code(), "is published already");
      Outcome list = run("release", "list");
      assertTrue(list.out().startsWith("0.10.0 for linux x64"), list.out());

      assertEquals(0, run("release", "remove", "0.10.0").code());
      assertEquals("0.9.0", web.get(CURRENT).as(Release.class).version());
      assertEquals(1, run("release", "remove", "0.10.0").code());
    }
  }

  @Test
  void whatItsSheetWasNotSignedForIsNotPublished() throws Exception {
    Files.createDirectories(data);
    Path file = installer("0.2.0", "signed");
    Files.writeString(file, "another");
    assertTrue(add(file).err().contains("is not the file"), add(file).err());
    Files.writeString(file.resolveSibling(file.getFileName() + ".release.json"), "{}");
    assertEquals(1, add(file).code());
    Outcome missing = run("release", "add", folder.resolve("nothing.deb").toString());
    assertEquals(1, missing.code());
    assertTrue(missing.err().contains("There is no file"), missing.err());
    assertEquals(2, run("release").code());
    assertEquals("", run("release", "list").out());
  }

  private HttpResponse<String> file(Relay relay, String sha256) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(relay.address() + "/api/v1/releases/" + sha256 + "/file"))
                .header("Range", "bytes=4-8")
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private Outcome add(Path file) {
    return run("release", "add", file.toString());
  }

  private Path installer(String version, String content) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("windowshop_" + version + "_amd64.deb");
    Files.write(file, bytes);
    Release sheet =
        new Release(
            version,
            "linux",
            "x64",
            "deb",
            String.valueOf(file.getFileName()),
            bytes.length,
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
            "New.",
            "c2lnbmF0dXJl",
            null);
    Files.write(file.resolveSibling(file.getFileName() + ".release.json"), Json.encodeBytes(sheet));
    return file;
  }

  private Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RelayMain.commandLine(TestDatabases.environment(data))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
