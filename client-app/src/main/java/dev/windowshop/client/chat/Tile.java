package dev.windowshop.client.chat;

import org.jspecify.annotations.Nullable;

/// A conversation in the list.
///
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
    boolean online) {}
