/// Every screen with sample data and without a relay, to be looked at: run [GalleryMain].
@NullMarked
package dev.windowshop.client.gallery;

import org.jspecify.annotations.NullMarked;
