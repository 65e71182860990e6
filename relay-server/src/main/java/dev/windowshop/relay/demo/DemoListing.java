package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.relay.demo.picture.PictureSpec;
import java.util.List;

/// A product of the demo shop with what belongs to it.
///
/// @param product without `media`: whoever serves the pictures knows their addresses
/// @param pictures at least three, the main one first, then one for each further colour
/// @param reviews newest first
public record DemoListing(Product product, List<PictureSpec> pictures, List<Review> reviews) {}
