package dev.windowshop.relay.sell;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.store.FetchedPictures;
import dev.windowshop.relay.store.MediaFolder;
import dev.windowshop.relay.store.Picture;
import dev.windowshop.relay.store.PictureScaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Makes pictures that everybody may see of uploads that only their sender sees: scaled copies
/// under the hash of the upload, which stay when the upload is gone. Blocks its caller.
public final class ShopPictures implements AutoCloseable {
  private static final int LARGE = 1600;

  private final Uploads uploads;
  private final Path folder;
  private final PictureScaling scaling = new PictureScaling();

  /// @param data the relay's folder
  public ShopPictures(Uploads uploads, Path data) {
    this.uploads = uploads;
    this.folder = MediaFolder.in(data);
  }

  /// @param field named by the problem
  /// @throws ProblemException 422 when it is no upload of this user's, or no picture
  public Product.Media take(
      String field, String userId, String attachmentId, @Nullable String alt) {
    Path file =
        uploads
            .picture(userId, attachmentId)
            .orElseThrow(() -> ProblemException.invalid(field, "is no picture that you uploaded"));
    try {
      PictureScaling.Scaled scaled = scaling.scale(Files.readAllBytes(file), LARGE);
      String full = FetchedPictures.path(scaled.hash(), LARGE);
      String thumb = FetchedPictures.path(scaled.hash(), Picture.THUMB);
      MediaFolder.keep(MediaFolder.file(folder, full), scaled.full());
      MediaFolder.keep(MediaFolder.file(folder, thumb), scaled.thumb());
      return new Product.Media(full, thumb, alt);
    } catch (IOException e) {
      throw ProblemException.invalid(
          field, "can't be shown in a shop: take a JPEG or PNG of at most 12,000 pixels a side");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    scaling.close();
  }
}
