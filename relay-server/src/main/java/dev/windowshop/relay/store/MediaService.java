package dev.windowshop.relay.store;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures by their path: from disk, or drawn once on a small pool of platform threads and kept.
/// Only what the shop shows is drawn, so that nobody can fill the disk. Blocks its caller.
final class MediaService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MediaService.class);

  private final Path folder;
  private final Database database;
  private final CatalogueService catalogue;
  private final UserRepository users = new UserRepository();
  private final Map<String, CompletableFuture<byte[]>> drawing = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          2,
          2,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(2048),
          Thread.ofPlatform().daemon().name("draw-", 0).factory());
  private volatile boolean closed;

  /// @param folder where pictures are kept, under the data folder
  MediaService(Path folder, Database database, CatalogueService catalogue) {
    this.folder = folder;
    this.database = database;
    this.catalogue = catalogue;
  }

  /// @throws ProblemException 404 when nothing shows such a picture
  byte[] bytes(String path) {
    Optional<Picture> picture = Picture.at(path);
    boolean fetched = FetchedPictures.isPath(path);
    if (picture.isEmpty() && !fetched) {
      throw ProblemException.notFound("picture");
    }
    Path file = MediaFolder.file(folder, path);
    if (Files.exists(file)) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        LOG.warn("the picture {} can't be read; it is drawn again", file, e);
      }
    }
    if (picture.isEmpty() || !isShown(picture.get(), path)) {
      throw ProblemException.notFound("picture");
    }
    return draw(path, picture.get(), file);
  }

  private boolean isShown(Picture picture, String path) {
    return switch (picture) {
      case Picture.OfProduct p -> catalogue.catalogue().shows(path);
      case Picture.OfShop p -> catalogue.catalogue().shows(path);
      case Picture.OfCategory p -> catalogue.catalogue().shows(path);
      case Picture.Banner banner ->
          catalogue.catalogue().shows(Picture.shop("#" + banner.color(), banner.seed()));
      case Picture.OfPerson p -> database.read(handle -> users.shows(handle, path));
      case Picture.Hero hero -> true;
    };
  }

  private byte[] draw(String path, Picture picture, Path file) {
    try {
      return drawing
          .computeIfAbsent(
              path, key -> CompletableFuture.supplyAsync(() -> drawn(picture, file), pool))
          .join();
    } catch (RejectedExecutionException e) {
      throw Database.busy();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      drawing.remove(path);
    }
  }

  private static byte[] drawn(Picture picture, Path file) {
    try {
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
      byte[] bytes = picture.draw();
      MediaFolder.keep(file, bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Draws the main pictures that are not there yet, one after the other and the popular first, so
  /// that shoppers rarely wait. Runs until done or closed.
  void drawAhead() {
    List<Product> products =
        catalogue.catalogue().products().stream()
            .sorted(Comparator.comparingDouble(Product::popularity).reversed())
            .toList();
    try {
      for (boolean thumb : new boolean[] {true, false}) {
        for (Product product : products) {
          if (closed) {
            return;
          }
          if (!product.media().isEmpty()) {
            Product.Media media = product.media().getFirst();
            ahead(thumb ? media.thumbUrl() : media.url());
          }
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("pictures are no longer drawn ahead", e);
    }
  }

  private void ahead(String path) {
    Picture picture = Picture.at(path).orElse(null);
    if (picture != null) {
      Path file = MediaFolder.file(folder, path);
      if (!Files.exists(file)) {
        draw(path, picture, file);
      }
    }
  }

  /// Returns when nothing is drawn or written any more.
  @Override
  public void close() {
    closed = true;
    pool.shutdown();
    try {
      if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("pictures were still being drawn at the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
