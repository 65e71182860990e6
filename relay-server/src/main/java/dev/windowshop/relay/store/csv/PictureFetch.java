package dev.windowshop.relay.store.csv;

import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.FetchedPictures;
import dev.windowshop.relay.store.MediaFolder;
import dev.windowshop.relay.store.Picture;
import dev.windowshop.relay.store.PictureScaling;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what an import's addresses name, as far as that is quick: what can't be had in time
/// keeps its drawn picture, and is tried again by the next import. One use, one thread.
public final class PictureFetch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PictureFetch.class);
  private static final int LARGEST = 12 * 1024 * 1024;
  private static final int SECONDS_EACH = 8;
  private static final int GIVEN_UP_AFTER = 3;
  private static final int AT_A_TIME = 6;

  private final Database database;
  private final ImportRepository repository;
  private final Path folder;
  private final Instant deadline;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final ExecutorService fetchers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fetch-", 0).factory());
  private final PictureScaling scaling = new PictureScaling();
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();

  /// @param data the relay's folder
  /// @param budget for all of them together
  public PictureFetch(Database database, String currency, Path data, Duration budget) {
    this.database = database;
    this.repository = new ImportRepository(currency);
    this.folder = MediaFolder.in(data);
    this.deadline = Instant.now().plus(budget);
  }

  public void run(Shop shop, ImportReport report) {
    String after = "";
    while (true) {
      String from = after;
      List<ImportRepository.Wanted> wanted =
          database.read(handle -> repository.wanted(handle, shop.id(), from, AT_A_TIME));
      if (wanted.isEmpty()) {
        return;
      }
      after = wanted.getLast().productId();
      Map<String, List<ImportRepository.Wanted>> byProduct =
          wanted.stream().collect(Collectors.groupingBy(ImportRepository.Wanted::productId));
      Map<String, Future<String>> running = new HashMap<>();
      for (ImportRepository.Wanted one : wanted) {
        running.computeIfAbsent(one.url(), url -> fetchers.submit(() -> fetch(url)));
      }
      byProduct.forEach((product, pictures) -> finish(product, pictures, running, report));
    }
  }

  private void finish(
      String product,
      List<ImportRepository.Wanted> pictures,
      Map<String, Future<String>> running,
      ImportReport report) {
    Map<String, String> hashes = new HashMap<>();
    for (ImportRepository.Wanted picture : pictures) {
      Future<String> fetch = running.get(picture.url());
      if (fetch != null) {
        String hash = await(fetch, picture.url());
        if (!hash.isEmpty()) {
          hashes.put(picture.url(), hash);
        }
      }
    }
    if (!hashes.isEmpty()) {
      database.write(handle -> {
        repository.fetched(handle, product, hashes);
        repository.announce(handle, product);
        return true;
      });
    }
    report.pictures(hashes.size(), pictures.size() - hashes.size());
  }

  /// @return the picture's hash, empty when it can't be had
  private String await(Future<String> fetch, String url) {
    long left = Duration.between(Instant.now(), deadline).toMillis();
    try {
      return fetch.get(Math.clamp(left, 0, SECONDS_EACH * 1000L), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("no picture from {}", url, e);
      fetch.cancel(true);
      failed(url);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "";
  }

  private void failed(String url) {
    failures.computeIfAbsent(host(url), key -> new AtomicInteger()).incrementAndGet();
  }

  private static String host(String url) {
    String host = URI.create(url).getHost();
    return host == null ? "" : host;
  }

  private String fetch(String url) throws IOException, InterruptedException {
    AtomicInteger before = failures.get(host(url));
    boolean hopeless = before != null && before.get() >= GIVEN_UP_AFTER;
    if (hopeless || !Instant.now().isBefore(deadline)) {
      throw new IOException("not tried");
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(SECONDS_EACH))
            .header("Accept", "image/jpeg, image/png, image/gif")
            .GET()
            .build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("answered " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("larger than " + LARGEST + " bytes");
      }
      PictureScaling.Scaled scaled = scaling.scale(bytes, Picture.FULL);
      keep(scaled.hash(), Picture.FULL, scaled.full());
      keep(scaled.hash(), Picture.THUMB, scaled.thumb());
      return scaled.hash();
    }
  }

  private void keep(String hash, int size, byte[] bytes) throws IOException {
    MediaFolder.keep(MediaFolder.file(folder, FetchedPictures.path(hash, size)), bytes);
  }

  @Override
  public void close() {
    fetchers.shutdownNow();
    client.shutdownNow();
    scaling.close();
  }
}
