package dev.windowshop.client.chat;

import org.jspecify.annotations.Nullable;

/// A conversation in the list.
///
/// @param unread how many wait to be read; -1 when it is only marked as unread
/// @param draft whether the preview is what was begun and not sent
/// @param about the product's title, of a listing
public record Tile(
    String id,
    String name,
    @Nullable String avatarUrl,
    @Nullable String about,
    String preview,
    boolean writing,
    String time,
    int unread,
    boolean online,
    boolean pinned,
    boolean muted,
    boolean archived,
    boolean draft) {
  /// Whether something in it waits to be read, or was marked so.
  public boolean calls() {
    return unread != 0;
  }
}
