package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any WebRTC client can join a call: a page that knows nothing of this program but its protocol,
/// in a Chromium without a window, sees the app's pictures and the app sees the page's.
final class BrowserCallIT {
  private static final Path PAGE = Path.of("..", "bench", "browser", "call.html");
  private static final int PAGES_STAMP = 21;

  @TempDir Path folder;

  private final BlockingQueue<String> console = new LinkedBlockingQueue<>();

  @Test
  void aPageInABrowserAndTheAppSeeEachOther() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "Chromium is not installed");
    HttpServer web = serve();
    String origin = "http://127.0.0.1:" + web.getAddress().getPort();
    Process page = null;
    try (Relay relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
        Caller anna = new Caller(folder, relay.address(), "anna", 7)) {
      Auth.Tokens bea = signUp(relay.address(), "bea");
      String conversationId =
          anna.client()
              .core()
              .relay()
              .post(
                  "/conversations", Conversation.Create.direct(bea.user().id()), Conversation.class)
              .id();
      page =
          open(
              browser.get(),
              origin
                  + "/#relay="
                  + relay.address()
                  + "&token="
                  + bea.accessToken()
                  + "&stamp="
                  + PAGES_STAMP);
      await(line -> line.contains("\"ready\""));

      anna.service().call(conversationId, Call.Media.VIDEO);
      anna.await(CallState.Active.class);
      anna.awaitPictures(bea.user().id(), PAGES_STAMP, 5);
      for (int i = 0; i < 3; i++) {
        await(line -> line.contains("\"saw 7 "));
      }
      Peer peer = anna.await(CallState.Active.class).room().peers().getFirst();
      assertTrue(peer.cameraOn());
      anna.service().hangUp();
      await(line -> line.contains("\"over\""));
    } finally {
      if (page != null) {
        page.descendants().forEach(ProcessHandle::destroyForcibly);
        page.destroyForcibly().waitFor();
      }
      web.stop(0);
    }
  }

  private static Optional<Path> browser() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .flatMap(place -> Stream.of("chromium", "chromium-browser").map(Path.of(place)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static HttpServer serve() throws IOException {
    byte[] page = Files.readAllBytes(PAGE);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          try (var out = exchange.getResponseBody()) {
            out.write(page);
          }
        });
    server.start();
    return server;
  }

  private static Auth.Tokens signUp(String relay, String name) throws Exception {
    String body =
        Json.encode(
            Map.of(
                "email",
                name + "@example.org",
                "username",
                name,
                "password",
                "a good password",
                "displayName",
                name));
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(relay + "/api/v1/auth/signup"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(201, answer.statusCode(), answer::body);
      return Json.decode(answer.body(), Auth.Tokens.class);
    }
  }

  private Process open(Path browser, String address) throws IOException {
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--autoplay-policy=no-user-gesture-required",
                // Addresses as names of the local network are of no use where there is none.
                "--disable-features=WebRtcHideLocalIpsWithMdns",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("browser"),
                address)
            .redirectErrorStream(true)
            .start();
    Thread.ofVirtual().start(() -> read(process));
    return process;
  }

  private void read(Process process) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        console.add(line);
      }
    } catch (IOException e) {
      console.add("the browser's output ended: " + e.getMessage());
    }
  }

  private void await(Predicate<String> wanted) throws InterruptedException {
    StringBuilder seen = new StringBuilder();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    for (long left = 1; left > 0; left = end - System.nanoTime()) {
      String line = console.poll(left, TimeUnit.NANOSECONDS);
      if (line != null && wanted.test(line)) {
        return;
      }
      seen.append(line).append('\n');
    }
    throw new AssertionError("the page did not say so, but:\n" + seen);
  }
}
