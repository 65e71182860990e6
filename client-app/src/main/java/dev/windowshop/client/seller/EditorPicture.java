package dev.windowshop.client.seller;

import dev.windowshop.protocol.SellerProduct;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A picture of a product that is being edited.
public sealed interface EditorPicture {
  /// One that the product has.
  record Kept(String url, String thumbUrl, @Nullable String alt) implements EditorPicture {}

  /// One that is on its way to the relay.
  record Coming(Path file) implements EditorPicture {}

  /// One that is there, and joins the product when it is saved.
  record Uploaded(Path file, String attachmentId) implements EditorPicture {}

  /// As it is saved; null for what is still coming.
  default SellerProduct.@Nullable MediaEdit edit() {
    return switch (this) {
      case Kept(String url, String thumb, String alt) ->
          new SellerProduct.MediaEdit(null, url, alt);
      case Coming coming -> null;
      case Uploaded(Path file, String id) -> new SellerProduct.MediaEdit(id, null, null);
    };
  }
}
