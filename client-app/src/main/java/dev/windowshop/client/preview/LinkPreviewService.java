package dev.windowshop.client.preview;

import dev.windowshop.client.platform.Workers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the page behind a link, and the picture that it names: http and https only, public
/// addresses only, 1 MB and 5 seconds for each, no cookies, no proxy, and nothing about who asks.
/// Any thread; nothing blocks the caller.
public final class LinkPreviewService implements LinkPreviews {
  private static final Logger LOG = LoggerFactory.getLogger(LinkPreviewService.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int LARGEST = 1_000_000;
  private static final int REDIRECTS = 4;
  private static final int TITLE = 300;
  private static final int DESCRIPTION = 400;
  private static final int SITE = 80;
  private static final Pattern DECLARED =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);

  private record Page(HttpUrl url, byte[] bytes, @Nullable MediaType type) {}

  private final OkHttpClient http;
  private final boolean anywhere;
  private final BooleanSupplier wanted;
  private final Workers workers;

  /// @param wanted whether pages may be asked at all
  public LinkPreviewService(Workers workers, BooleanSupplier wanted) {
    this(workers, wanted, false);
  }

  /// @param anywhere also this machine and its network; for tests
  LinkPreviewService(Workers workers, BooleanSupplier wanted, boolean anywhere) {
    this.workers = workers;
    this.wanted = wanted;
    this.anywhere = anywhere;
    this.http =
        new OkHttpClient.Builder()
            .dns(anywhere ? Dns.SYSTEM : new PublicAddresses(Dns.SYSTEM))
            .proxy(Proxy.NO_PROXY)
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
            .callTimeout(LONGEST)
            .build();
  }

  @Override
  public CompletableFuture<Optional<LinkPreview>> of(String url) {
    HttpUrl asked = HttpUrl.parse(url);
    if (asked == null || !wanted.getAsBoolean()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Optional.ofNullable(look(url, asked));
          } catch (IOException e) {
            // Where a page is not to be had, the link goes without.
            LOG.debug("no preview: {}", e.toString());
            return Optional.empty();
          }
        },
        workers.io());
  }

  private @Nullable LinkPreview look(String written, HttpUrl asked) throws IOException {
    Page page = fetch(asked, "text/html,application/xhtml+xml", false);
    if (page == null || !isHtml(page.type())) {
      return null;
    }
    PageHead head = PageHead.of(new String(page.bytes(), charset(page)));
    String title = cut(head.title(), TITLE);
    if (title == null) {
      return null;
    }
    return new LinkPreview(
        written,
        title,
        cut(head.description(), DESCRIPTION),
        cut(head.siteName(), SITE),
        picture(page.url(), head.picture()));
  }

  /// A page without its picture is still worth showing.
  private @Nullable Path picture(HttpUrl page, @Nullable String address) {
    HttpUrl url = address == null ? null : page.resolve(address);
    if (url == null) {
      return null;
    }
    try {
      Page picture = fetch(url, "image/jpeg,image/png,image/gif", true);
      boolean named =
          picture != null && picture.type() != null && picture.type().type().equals("image");
      return picture == null || !named
          ? null
          : workers.cpu().submit(() -> PreviewPicture.write(picture.bytes())).get();
    } catch (IOException | ExecutionException e) {
      LOG.debug("no picture: {}", e.toString());
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// @param whole whether a part of it is of no use; a page says what it is in its beginning
  /// @return null for what is not there, too large, or leads on and on
  private @Nullable Page fetch(HttpUrl first, String accept, boolean whole) throws IOException {
    HttpUrl url = first;
    for (int i = 0; i <= REDIRECTS; i++) {
      requirePublic(url);
      Call call =
          http.newCall(
              new Request.Builder()
                  .url(url)
                  .header("Accept", accept)
                  .header("User-Agent", "Mozilla/5.0 (compatible; Windowshop; link preview)")
                  .build());
      try (Response response = call.execute()) {
        if (response.isRedirect()) {
          String to = response.header("Location");
          HttpUrl next = to == null ? null : url.resolve(to);
          if (next == null) {
            return null;
          }
          url = next;
          continue;
        }
        byte[] bytes = response.isSuccessful() ? read(response.body(), whole) : null;
        return bytes == null ? null : new Page(url, bytes, response.body().contentType());
      } catch (InterruptedIOException e) {
        throw new IOException("took too long", e);
      }
    }
    return null;
  }

  /// An address in numbers is never looked up, so that nobody else asks.
  private void requirePublic(HttpUrl url) throws UnknownHostException {
    String host = url.host();
    boolean numbers = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    if (!anywhere
        && (numbers && !PublicAddresses.isPublic(InetAddress.getByName(host))
            || !numbers && host.indexOf('.') < 0)) {
      throw new UnknownHostException(host + " is no public address");
    }
  }

  private static byte @Nullable [] read(ResponseBody body, boolean whole) throws IOException {
    if (whole && body.contentLength() > LARGEST) {
      return null;
    }
    BufferedSource source = body.source();
    Buffer read = new Buffer();
    while (read.size() <= LARGEST && source.read(read, 65_536) >= 0) {
      // Counted after unpacking: what is packed says nothing of its size.
    }
    if (read.size() <= LARGEST) {
      return read.readByteArray();
    }
    return whole ? null : read.readByteArray(LARGEST);
  }

  private static boolean isHtml(@Nullable MediaType type) {
    return type != null
        && (type.type().equals("text") && type.subtype().equals("html")
            || type.subtype().equals("xhtml+xml"));
  }

  private static Charset charset(Page page) {
    MediaType type = page.type();
    Charset named = type == null ? null : type.charset();
    if (named != null) {
      return named;
    }
    String begin =
        new String(
            page.bytes(), 0, Math.min(2048, page.bytes().length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(begin);
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip() + "\u2026";
  }
}
