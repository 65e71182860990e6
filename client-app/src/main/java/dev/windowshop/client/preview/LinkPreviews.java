package dev.windowshop.client.preview;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Looks at the pages behind links.
public interface LinkPreviews {
  /// Where nobody wants that.
  LinkPreviews NONE = _ -> CompletableFuture.completedFuture(Optional.empty());

  /// @param url http or https
  /// @return nothing where the page says nothing, is not to be reached, or may not be asked
  CompletableFuture<Optional<LinkPreview>> of(String url);
}
