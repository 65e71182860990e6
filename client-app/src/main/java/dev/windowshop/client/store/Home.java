package dev.windowshop.client.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.time.Instant;
import java.util.List;

/// What the first page shows.
///
/// @param loadedAt when the relay sent it, for "as of" when it is from the cache
public record Home(
    List<Category> categories,
    List<Product> trending,
    List<Product> newest,
    List<Product> deals,
    Recommendations forYou,
    Instant loadedAt) {}
