package dev.windowshop.client.shell.look;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures for the screen: fetched and decoded off the FX thread, at the size they are shown in,
/// the latest kept in memory. Used on the FX thread.
public final class Pictures {
  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final long KEPT_PIXELS = 8_000_000;

  private final Function<String, CompletableFuture<byte[]>> loader;
  private final Executor decoding;
  private final Executor ui;
  private final LinkedHashMap<Key, Image> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long keptPixels;

  private record Key(String url, int size) {}

  /// @param loader fetches an address's bytes
  /// @param decoding where pictures are decoded: a small bounded pool
  /// @param ui hands over to the FX thread
  public Pictures(
      Function<String, CompletableFuture<byte[]>> loader, Executor decoding, Executor ui) {
    this.loader = loader;
    this.decoding = decoding;
    this.ui = ui;
  }

  /// The picture if it is in memory.
  public @Nullable Image now(String url, int size) {
    return kept.get(new Key(url, size));
  }

  /// Gives the picture at once when it is in memory, else later; never when it can't be had.
  ///
  /// @param size pixels of the square that it is to cover; 0 for as it is
  public void load(String url, int size, Consumer<Image> ready) {
    Image known = now(url, size);
    if (known != null) {
      ready.accept(known);
      return;
    }
    CompletableFuture<byte[]> bytes = loader.apply(url);
    bytes
        .thenApplyAsync(data -> decode(data, size), decoding)
        .whenCompleteAsync(
            (image, failure) -> {
              if (image != null) {
                keep(new Key(url, size), image);
                ready.accept(image);
              } else {
                LOG.debug("no picture from {}", url, failure);
              }
            },
            ui);
  }

  /// Keeps it no longer, whatever its size.
  public void forget(String url) {
    kept.entrySet()
        .removeIf(entry -> {
          boolean gone = entry.getKey().url().equals(url);
          if (gone) {
            keptPixels -= pixels(entry.getValue());
          }
          return gone;
        });
  }

  private static Image decode(byte[] data, int size) {
    Image image = new Image(new ByteArrayInputStream(data));
    if (image.isError()) {
      throw new IllegalArgumentException("not a picture", image.getException());
    }
    return Shrink.toCover(image, size);
  }

  private void keep(Key key, Image image) {
    Image before = kept.put(key, image);
    keptPixels += pixels(image) - (before == null ? 0 : pixels(before));
    var oldest = kept.entrySet().iterator();
    while (keptPixels > KEPT_PIXELS && kept.size() > 1) {
      Map.Entry<Key, Image> entry = oldest.next();
      keptPixels -= pixels(entry.getValue());
      oldest.remove();
    }
  }

  private static long pixels(Image image) {
    return (long) (image.getWidth() * image.getHeight());
  }
}
