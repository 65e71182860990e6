package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Shop;
import java.util.ArrayList;
import java.util.List;

/// The sellers' shops, and the categories that the shop is walked by.
final class DemoShops {
  /// `key|owner|name|colour|description`
  private static final List<String> SHOPS =
      List.of(
          "halden|mira|Halden Studio|#6f8b74|Stoneware and lamps from a two-kiln studio by the"
              + " canal. Small batches, glazed by hand.",
          "fjordwool|ingrid|Fjordwool|#35506b|Knitwear in undyed and plant-dyed Norwegian wool,"
              + " made to be mended.",
          "oakember|tomas|Oak & Ember|#8a5a34|Furniture and kitchen tools in oiled hardwood and"
              + " iron. Built in Porto, flat-packed for nobody.",
          "northline|freya|Northline|#2f5d55|Shells, packs and tents for people who go out anyway.",
          "sorrel|camille|Atelier Sorrel|#b4533c|Linen and cotton clothes cut in Lyon, in colours"
              + " that get better with washing.",
          "kitestring|ben|Kitestring|#d79a2b|Wooden toys and soft friends that survive the second"
              + " child.",
          "tonwerk|lukas|Tonwerk|#3b3f46|Things that sound good: audio, instruments and a few"
              + " cameras, checked on the bench.",
          "perron|elodie|Papier Perron|#7a4a63|Books, notebooks, prints and pens from a paper shop"
              + " with a squeaky door.",
          "amstel|sanne|Velo Amstel|#1f7a8c|City bikes, helmets and boards. Assembled, test-ridden,"
              + " delivered.",
          "saltfern|aoife|Salt & Fern|#5c8a8a|Soap, candles and houseplants from the west coast,"
              + " wrapped in paper.",
          "larder|priya|Little Larder|#a8643a|Tea, coffee and pantry goods from growers we can ring"
              + " up.",
          "meridian|marco|Meridian|#a3392f|Leather, watches and jewellery from small Italian"
              + " workshops.");

  /// `slug|name|colour`
  private static final List<String> CATEGORIES =
      List.of(
          "lighting|Lighting|#d9a441",
          "decor|Vases & Decor|#7d9a82",
          "furniture|Furniture|#b07b4f",
          "textiles|Cushions & Rugs|#c26e52",
          "kitchen|Kitchen & Table|#5f7f96",
          "plants|Plants|#4f7f57",
          "knitwear|Knitwear|#c9b18d",
          "tops|Shirts & Tees|#8fa9bf",
          "outerwear|Coats & Jackets|#3f5a4e",
          "dresses|Dresses & Trousers|#b7566b",
          "shoes|Shoes|#8d5a3b",
          "bags|Bags|#b8793f",
          "accessories|Hats & Accessories|#5a6f9c",
          "jewellery|Watches & Jewellery|#c59a4a",
          "sound|Sound & Vision|#4a4d57",
          "paper|Books & Paper|#a44a4a",
          "outdoor|Camping & Outdoor|#3f7d6b",
          "wheels|Bikes & Boards|#2f86a6",
          "toys|Toys|#e0a13a",
          "bath|Bath & Body|#9bb8a8",
          "pantry|Pantry|#8a5a3c");

  private DemoShops() {}

  static List<Shop> create(List<DemoPerson> people) {
    var shops = new ArrayList<Shop>();
    for (String line : SHOPS) {
      String[] parts = line.split("\\|", -1);
      String owner = DemoPeople.named(people, parts[1]).user().id();
      shops.add(
          new Shop(DemoIds.at("shop", shops.size()), parts[2], owner, parts[4], null, parts[3]));
    }
    return List.copyOf(shops);
  }

  static Shop shop(List<Shop> shops, String key) {
    for (int i = 0; i < SHOPS.size(); i++) {
      if (SHOPS.get(i).startsWith(key + "|")) {
        return shops.get(i);
      }
    }
    throw new IllegalArgumentException("no shop " + key);
  }

  static List<Category> categories(List<DemoListing> listings) {
    var categories = new ArrayList<Category>();
    for (int i = 0; i < CATEGORIES.size(); i++) {
      String[] parts = CATEGORIES.get(i).split("\\|", -1);
      String id = categoryId(parts[0]);
      int count = (int) listings.stream().filter(l -> l.product().categoryId().equals(id)).count();
      categories.add(new Category(id, parts[0], parts[1], null, count, null, parts[2]));
    }
    return List.copyOf(categories);
  }

  static String categoryId(String slug) {
    return DemoIds.at("category", indexOf(slug));
  }

  static String categoryName(String slug) {
    return CATEGORIES.get(indexOf(slug)).split("\\|", -1)[1];
  }

  private static int indexOf(String slug) {
    for (int i = 0; i < CATEGORIES.size(); i++) {
      if (CATEGORIES.get(i).startsWith(slug + "|")) {
        return i;
      }
    }
    throw new IllegalArgumentException("no category " + slug);
  }
}
