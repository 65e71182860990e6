package dev.windowshop.relay.demo.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.demo.DemoCatalog;
import dev.windowshop.relay.demo.DemoListing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
  @Test
  void theSameSpecificationGivesTheSameBytes() {
    for (ProductKind kind : ProductKind.values()) {
      var spec = new PictureSpec(kind, 1, "#8fa58c", "#d9a95c", 7, 0);
      assertArrayEquals(Pictures.product(spec, 48), Pictures.product(spec, 48), kind.name());
    }
    assertArrayEquals(Pictures.person(42, 96), Pictures.person(42, 96));
    assertArrayEquals(Pictures.hero(320, 128), Pictures.hero(320, 128));
  }

  @Test
  void everyKindDrawsByWindowLightAndCloseUp() throws IOException {
    for (ProductKind kind : ProductKind.values()) {
      int view = 1 + kind.ordinal() % 2;
      var spec = new PictureSpec(kind, kind.ordinal(), "#b4533c", "#efe0c4", 31, view);
      assertEquals(32, read(Pictures.product(spec, 32)).getWidth(), kind.name());
    }
  }

  @Test
  void neighboursOnAShelfLookDifferent() {
    List<DemoListing> listings =
        DemoCatalog.create(Instant.parse("2026-06-01T12:00:00Z")).listings();
    byte[] before = {};
    Set<Integer> seen = new HashSet<>();
    for (DemoListing listing : listings) {
      byte[] picture = Pictures.product(listing.pictures().getFirst(), 32);
      assertFalse(Arrays.equals(before, picture), listing.product().title());
      seen.add(Arrays.hashCode(picture));
      before = picture;
    }
    assertEquals(listings.size(), seen.size());
  }

  @Test
  void thereAreAtLeastFortyDrawings() {
    assertTrue(ProductKind.values().length >= 40);
  }

  @Test
  void aSpecificationSurvivesItsCode() {
    var spec = new PictureSpec(ProductKind.COFFEE_MAKER, 3, "#0a1b2c", "#ffffff", -5L, 2);
    assertEquals(spec, PictureSpec.parse(spec.code()));
    assertTrue(spec.code().matches("[a-z0-9_-]+"), spec.code());
  }

  @Test
  void aMalformedCodeIsRefused() {
    for (String code :
        List.of(
            "",
            "vase",
            "vase-0-zzzzzz-ffffff-1-0",
            "nothing-0-000000-ffffff-1-0",
            "vase-x-000000-ffffff-1-0",
            "vase-0-000000-ffffff--0")) {
      assertThrows(IllegalArgumentException.class, () -> PictureSpec.parse(code), code);
    }
  }

  @Test
  void aPlaceholderIsGuessedFromTheWords() {
    PictureSpec shirt = Pictures.placeholderSpec("Chequered Red Shirt", "Apparel", 1);
    assertEquals(ProductKind.SHIRT, shirt.kind());
    assertEquals("#b93c3c", shirt.color());
    assertEquals(ProductKind.TSHIRT, Pictures.placeholderSpec("Ocean T-Shirt", "", 2).kind());
    assertEquals(ProductKind.BOOT, Pictures.placeholderSpec("Galloway", "Boots", 3).kind());
    assertEquals(ProductKind.PARCEL, Pictures.placeholderSpec("Gift card", "", 4).kind());
  }

  @Test
  void peopleLookDifferent() {
    Set<Integer> seen = new HashSet<>();
    for (int seed = 0; seed < 60; seed++) {
      seen.add(Arrays.hashCode(Pictures.person(Pictures.seed("person " + seed), 64)));
    }
    assertEquals(60, seen.size());
  }

  @Test
  void sizesOutOfReachAreRefused() {
    var spec = new PictureSpec(ProductKind.VASE, 0, "#8fa58c", "#d9a95c", 7, 0);
    assertThrows(IllegalArgumentException.class, () -> Pictures.product(spec, 0));
    assertThrows(IllegalArgumentException.class, () -> Pictures.product(spec, 100_000));
  }

  @Test
  void everythingElseIsDrawnToo() throws IOException {
    assertEquals(96, read(Pictures.shop("#6f8b74", 1, 96)).getHeight());
    assertEquals(400, read(Pictures.banner("#6f8b74", 1, 400, 100)).getWidth());
    assertEquals(96, read(Pictures.category("lighting", "#d9a441", 96)).getHeight());
    assertEquals(96, read(Pictures.category("something-new", "#d9a441", 96)).getHeight());
  }

  private static BufferedImage read(byte[] bytes) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    assertNotNull(image);
    return image;
  }
}
