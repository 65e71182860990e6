package dev.windowshop.client.net;

import org.jspecify.annotations.Nullable;

/// Answers kept with their ETag, so that what has not changed is not sent again. Blocks.
public interface ResponseCache {
  /// @param body the answer that had this tag
  record Entry(String etag, byte[] body) {}

  @Nullable Entry find(String url);

  void store(String url, Entry entry);

  /// Keeps nothing.
  static ResponseCache none() {
    return new ResponseCache() {
      @Override
      public @Nullable Entry find(String url) {
        return null;
      }

      @Override
      public void store(String url, Entry entry) {}
    };
  }
}
