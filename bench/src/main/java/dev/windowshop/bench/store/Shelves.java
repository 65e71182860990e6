package dev.windowshop.bench.store;

import dev.windowshop.client.store.Catalog;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/// Stands before a catalogue: counts what comes out of it, and gives every product one of a few
/// hundred pictures, since those of a made-up shop have none.
final class Shelves {
  private static final int PICTURES = 300;
  private static final int SIZE = 480;

  private final AtomicInteger loaded = new AtomicInteger();
  private final AtomicInteger total = new AtomicInteger(-1);
  private final List<byte[]> pictures = new ArrayList<>();

  Shelves() {
    Random random = new Random(5);
    for (int i = 0; i < PICTURES; i++) {
      pictures.add(picture(random));
    }
  }

  /// Products that came so far.
  int loaded() {
    return loaded.get();
  }

  /// Products that there are; -1 until that is known.
  int total() {
    return total.get();
  }

  Catalog before(Catalog catalog) {
    return (Catalog)
        Proxy.newProxyInstance(
            Catalog.class.getClassLoader(),
            new Class<?>[] {Catalog.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(catalog, arguments);
                return method.getName().equals("search")
                    ? ((CompletableFuture<?>) answer).thenApply(page -> seen((ProductPage) page))
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private ProductPage seen(ProductPage page) {
    loaded.addAndGet(page.items().size());
    total.set(page.facets().total());
    return new ProductPage(
        page.items().stream().map(Shelves::pictured).toList(), page.nextCursor(), page.facets());
  }

  private static Product pictured(Product product) {
    String picture = "made:" + Math.floorMod(product.id().hashCode(), PICTURES);
    return product.pictured(List.of(new Product.Media(picture, picture, null)), "#b08d57");
  }

  /// The bytes at such an address, to be decoded as those of a file are.
  CompletableFuture<byte[]> load(String url) {
    return url.startsWith("made:")
        ? CompletableFuture.completedFuture(
            pictures.get(Integer.parseInt(url.substring("made:".length()))))
        : CompletableFuture.failedFuture(new IllegalArgumentException(url));
  }

  private static byte[] picture(Random random) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    for (int i = 0; i < 60; i++) {
      g.setColor(new Color(random.nextInt(0x1000000)));
      g.fillOval(
          random.nextInt(SIZE), random.nextInt(SIZE), random.nextInt(200), random.nextInt(200));
    }
    g.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
