package dev.windowshop.client.store;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import dev.windowshop.protocol.SellerProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reviews at the relay; the first page of what was read stays readable without it. Thread-safe.
final class ReviewService implements Reviews {
  private static final int PAGE = 12;

  private final RelayClient relay;
  private final DocumentStore documents;
  private final Workers workers;
  private final Consumer<String> reviewed;

  /// @param reviewed told the id of a product that was reviewed
  ReviewService(
      RelayClient relay, DocumentStore documents, Workers workers, Consumer<String> reviewed) {
    this.reviewed = reviewed;
    this.relay = relay;
    this.documents = documents;
    this.workers = workers;
  }

  @Override
  public CompletableFuture<ReviewPage> page(
      String productId, Asked asked, @Nullable String cursor) {
    return async(() -> {
      String key = "reviews/" + productId;
      boolean first = cursor == null && asked.equals(Asked.ALL);
      try {
        ReviewPage page = relay.get(path(productId, asked, cursor), ReviewPage.class);
        if (first) {
          documents.save(key, page);
        }
        return page;
      } catch (RelayUnreachableException e) {
        ReviewPage kept = first ? documents.find(key, ReviewPage.class) : null;
        if (kept == null) {
          throw e;
        }
        return kept;
      }
    });
  }

  private static String path(String productId, Asked asked, @Nullable String cursor) {
    return "/products/"
        + productId
        + "/reviews?limit="
        + PAGE
        + "&sort="
        + asked.sort().wire()
        + (asked.stars() > 0 ? "&stars=" + asked.stars() : "")
        + (asked.photos() ? "&photos=true" : "")
        + (cursor == null ? "" : "&cursor=" + cursor);
  }

  @Override
  public CompletableFuture<Review> write(
      String productId, @Nullable String reviewId, int stars, String text, List<Photo> photos) {
    return async(() -> {
      List<SellerProduct.MediaEdit> media = new ArrayList<>();
      for (Photo photo : photos) {
        switch (photo) {
          case Photo.Kept(String url, String thumb) ->
              media.add(new SellerProduct.MediaEdit(null, url, null));
          case Photo.Added(var file) ->
              media.add(
                  new SellerProduct.MediaEdit(
                      relay.upload("/attachments", file, "image", Attachment.class).id(),
                      null,
                      null));
        }
      }
      Review.Write write = new Review.Write(stars, text, media);
      String path = "/products/" + productId + "/reviews";
      if (reviewId != null) {
        return relay.patch(path + "/" + reviewId, write, Review.class);
      }
      Review made = relay.post(path, write, Review.class);
      reviewed.accept(productId);
      return made;
    });
  }

  @Override
  public CompletableFuture<Void> delete(String productId, String reviewId) {
    return CompletableFuture.runAsync(
        () -> relay.delete("/products/" + productId + "/reviews/" + reviewId), workers.io());
  }

  @Override
  public CompletableFuture<Void> helpful(String productId, String reviewId, boolean on) {
    String path = "/products/" + productId + "/reviews/" + reviewId + "/helpful";
    return CompletableFuture.runAsync(
        () -> {
          if (on) {
            relay.put(path, java.util.Map.of());
          } else {
            relay.delete(path);
          }
        },
        workers.io());
  }

  private <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }
}
