package dev.windowshop.relay.review;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import dev.windowshop.protocol.SellerProduct.MediaEdit;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.sell.ShopPictures;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.CatalogueWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What shoppers say about products. Thread-safe; blocks its caller.
final class ReviewService {
  private static final int TEXT = 5_000;
  private static final int MOST_PHOTOS = 8;

  private final Database database;
  private final ReviewRepository reviews;
  private final UserRepository users;
  private final CatalogueService catalogue;
  private final CatalogueWriter writer = new CatalogueWriter();
  private final ShopPictures pictures;
  private final Clock clock;

  ReviewService(
      Database database,
      ReviewRepository reviews,
      UserRepository users,
      CatalogueService catalogue,
      ShopPictures pictures,
      Clock clock) {
    this.database = database;
    this.reviews = reviews;
    this.users = users;
    this.catalogue = catalogue;
    this.pictures = pictures;
    this.clock = clock;
  }

  /// A page's rows, one more than asked for where there are more, and what stands above them.
  record Read(
      List<ReviewRepository.Found> found, ReviewPage.Summary summary, @Nullable Review mine) {}

  /// @param asker null for a guest
  Read read(
      String productId,
      @Nullable String asker,
      ReviewRepository.Wanted wanted,
      ReviewRepository.@Nullable Place after,
      int limit) {
    Product product = catalogue.product(productId);
    return database.read(handle -> {
      ReviewPage.Summary all = reviews.summary(handle, productId);
      Review mine = asker == null ? null : reviews.by(handle, productId, asker).orElse(null);
      return new Read(
          reviews.list(handle, productId, asker == null ? "" : asker, wanted, after, limit),
          new ReviewPage.Summary(
              all.rating(),
              all.count(),
              all.stars(),
              all.verified(),
              asker != null && mine == null && !asker.equals(product.shop().ownerId()),
              asker != null && reviews.bought(handle, productId, asker)),
          mine);
    });
  }

  Review write(String userId, String productId, Review.Write asked) {
    Product product = catalogue.product(productId);
    if (userId.equals(product.shop().ownerId())) {
      throw ProblemException.forbidden("Nobody reviews what they sell.");
    }
    Integer stars = asked.stars();
    if (stars == null) {
      throw ProblemException.invalid("stars", "must be 1 to 5");
    }
    check(asked);
    List<Product.Media> photos = photos(userId, asked.photos(), List.of());
    Review written =
        database.write(handle -> {
          if (reviews.by(handle, productId, userId).isPresent()) {
            throw new ProblemException(
                ProblemType.CONFLICT, "You have reviewed this already: change that one.");
          }
          Review review =
              new Review(
                  Ids.newId(),
                  productId,
                  users.me(handle, userId).orElseThrow().displayName(),
                  stars,
                  asked.text() == null ? "" : asked.text().strip(),
                  reviews.bought(handle, productId, userId),
                  clock.instant(),
                  userId,
                  photos,
                  0,
                  false,
                  null);
          reviews.insert(handle, List.of(review));
          writer.announce(handle, List.of(productId));
          return reviews.find(handle, review.id(), userId).orElseThrow();
        });
    catalogue.refresh();
    return written;
  }

  Review edit(String userId, String productId, String id, Review.Write asked) {
    check(asked);
    Review there = database.read(handle -> own(handle, userId, productId, id));
    List<Product.Media> photos =
        asked.photos() == null ? there.photos() : photos(userId, asked.photos(), there.photos());
    Review edited =
        database.write(handle -> {
          Review before = own(handle, userId, productId, id);
          Instant now = clock.instant();
          reviews.update(
              handle,
              new Review(
                  id,
                  productId,
                  before.author(),
                  asked.stars() == null ? before.stars() : asked.stars(),
                  asked.text() == null ? before.text() : asked.text().strip(),
                  before.verified() || reviews.bought(handle, productId, userId),
                  before.createdAt(),
                  userId,
                  photos,
                  before.helpful(),
                  false,
                  now),
              now);
          writer.announce(handle, List.of(productId));
          return reviews.find(handle, id, userId).orElseThrow();
        });
    catalogue.refresh();
    return edited;
  }

  void delete(String userId, String productId, String id) {
    database.write(handle -> {
      own(handle, userId, productId, id);
      reviews.delete(handle, id);
      writer.announce(handle, List.of(productId));
      return true;
    });
    catalogue.refresh();
  }

  Review vote(String userId, String productId, String id, boolean helpful) {
    return database.write(handle -> {
      Review review = find(handle, userId, productId, id);
      if (userId.equals(review.authorId())) {
        throw ProblemException.forbidden("Nobody votes for what they wrote.");
      }
      reviews.vote(handle, id, userId, helpful);
      return reviews.find(handle, id, userId).orElseThrow();
    });
  }

  private Review find(Handle handle, String userId, String productId, String id) {
    return reviews
        .find(handle, id, userId)
        .filter(review -> review.productId().equals(productId))
        .orElseThrow(() -> ProblemException.notFound("review"));
  }

  private Review own(Handle handle, String userId, String productId, String id) {
    Review review = find(handle, userId, productId, id);
    if (!userId.equals(review.authorId())) {
      throw ProblemException.forbidden("Only who wrote it changes a review.");
    }
    return review;
  }

  private static void check(Review.Write asked) {
    if (asked.stars() != null && (asked.stars() < 1 || asked.stars() > 5)) {
      throw ProblemException.invalid("stars", "must be 1 to 5");
    }
    if (asked.text() != null && asked.text().strip().length() > TEXT) {
      throw ProblemException.invalid("text", "may have " + TEXT + " characters at most");
    }
    if (asked.photos() != null && asked.photos().size() > MOST_PHOTOS) {
      throw ProblemException.invalid("photos", "may be " + MOST_PHOTOS + " at most");
    }
  }

  private List<Product.Media> photos(
      String userId, @Nullable List<MediaEdit> asked, List<Product.Media> there) {
    List<Product.Media> photos = new ArrayList<>();
    for (MediaEdit one : asked == null ? List.<MediaEdit>of() : asked) {
      String at = "photos[" + photos.size() + "]";
      if (one == null || (one.attachmentId() == null) == (one.url() == null)) {
        throw ProblemException.invalid(at, "must have either an attachmentId or a url");
      }
      String alt = one.alt() == null ? null : one.alt().strip();
      if (one.attachmentId() != null) {
        photos.add(pictures.take(at, userId, one.attachmentId(), alt));
      } else {
        photos.add(
            there.stream()
                .filter(media -> media.url().equals(one.url()))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(at, "is no picture of this review")));
      }
    }
    return photos;
  }
}
