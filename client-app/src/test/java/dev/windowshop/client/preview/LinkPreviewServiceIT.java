package dev.windowshop.client.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.windowshop.client.platform.Workers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pages of a server of our own.
class LinkPreviewServiceIT {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Workers workers = new Workers();
  private HttpServer server;
  private String base;
  private LinkPreviewService previews;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    previews = new LinkPreviewService(workers, () -> true, true);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    workers.close();
  }

  private void serve(String path, String type, byte[] body) {
    serve(path, 200, type, null, body);
  }

  private void serve(String path, int status, String type, @Nullable String to, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          asked.add(path);
          assertNull(exchange.getRequestHeaders().getFirst("Cookie"));
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.getResponseHeaders().set("Set-Cookie", "track=me");
          if (to != null) {
            exchange.getResponseHeaders().set("Location", to);
          }
          exchange.sendResponseHeaders(status, 0);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private static byte[] html(String head) {
    return ("<html><head>" + head + "</head><body></body></html>").getBytes(StandardCharsets.UTF_8);
  }

  private Optional<LinkPreview> look(String path) {
    return previews.of(base + path).orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void aPageAndItsPictureAreFetchedOverARedirect() throws IOException {
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB), "png", picture);
    serve("/old", 301, "text/html", "/shop/lamp", new byte[0]);
    serve(
        "/shop/lamp",
        "text/html; charset=utf-8",
        html(
            "<meta property='og:title' content='Lämp'><meta name='description' content='Soft'>"
                + "<meta property='og:image' content='lamp.png'>"));
    serve("/shop/lamp.png", "image/png", picture.toByteArray());
    LinkPreview preview = look("/old").orElseThrow();
    assertEquals(base + "/old", preview.url(), "the link as it was written");
    assertEquals("Lämp", preview.title());
    assertEquals("Soft", preview.description());
    assertNotNull(preview.picture());
    BufferedImage small = ImageIO.read(preview.picture().toFile());
    assertEquals(640, small.getWidth(), "small enough to go along");
    assertEquals(320, small.getHeight());
    Files.delete(preview.picture());
    assertEquals(List.of("/old", "/shop/lamp", "/shop/lamp.png"), asked);
  }

  @Test
  void whatIsNoPageHasNoPreview() {
    serve("/file", "application/pdf", html("<title>no</title>"));
    serve("/gone", 404, "text/html", null, html("<title>Not found</title>"));
    serve("/round", 302, "text/html", "/round", new byte[0]);
    serve("/other", 302, "text/html", "ftp://example.org/x", new byte[0]);
    serve("/untitled", "text/html", html("<p>hello</p>"));
    for (String path : List.of("/file", "/gone", "/round", "/other", "/untitled")) {
      assertTrue(look(path).isEmpty(), path);
    }
    assertTrue(previews.of("ftp://example.org/").join().isEmpty());
    assertTrue(previews.of("file:///etc/passwd").join().isEmpty());
    assertTrue(asked.stream().filter("/round"::equals).count() < 10);
  }

  @Test
  void ofALongPageItsBeginningIsReadAndABrokenPictureLeftOut() {
    byte[] head = html("<title>Long</title><meta property='og:image' content='/broken.png'>");
    byte[] page = new byte[5_000_000];
    System.arraycopy(head, 0, page, 0, head.length);
    serve("/long", "text/html", page);
    serve("/broken.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8));
    LinkPreview preview = look("/long").orElseThrow();
    assertEquals("Long", preview.title());
    assertNull(preview.picture());
  }

  @Test
  void thisMachineAndItsNetworkAreNeverAsked() {
    serve("/", "text/html", html("<title>Router</title>"));
    LinkPreviewService strict = new LinkPreviewService(workers, () -> true);
    int port = server.getAddress().getPort();
    for (String host :
        List.of("127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433")) {
      assertTrue(
          strict
              .of("http://" + host + ":" + port + "/")
              .orTimeout(30, TimeUnit.SECONDS)
              .join()
              .isEmpty(),
          host);
    }
    assertEquals(List.of(), asked);
  }

  @Test
  void whereNobodyWantsPreviewsNothingIsAsked() {
    serve("/", "text/html", html("<title>Page</title>"));
    assertTrue(new LinkPreviewService(workers, () -> false, true).of(base + "/").join().isEmpty());
    assertEquals(List.of(), asked);
  }

  @Test
  void whichAddressesArePublic() throws IOException {
    for (String address :
        List.of("93.184.216.34", "8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:2800:220:1::1")) {
      assertTrue(PublicAddresses.isPublic(InetAddress.getByName(address)), address);
    }
    for (String address :
        List.of(
            "10.1.2.3",
            "100.64.0.1",
            "127.1.1.1",
            "169.254.169.254",
            "172.16.0.1",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "0.1.2.3",
            "::",
            "::1",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::1",
            "2001::1",
            "2001:db8::1")) {
      assertFalse(PublicAddresses.isPublic(InetAddress.getByName(address)), address);
    }
  }
}
