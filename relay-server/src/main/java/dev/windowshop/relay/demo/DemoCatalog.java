package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Shop;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Everything in the demo shop.
///
/// @param people the three whom a newcomer meets ([#SHOPPER], [#SELLER], [#FRIEND]) first, then the
///   other sellers, then the other shoppers
/// @param events oldest first
public record DemoCatalog(
    List<DemoPerson> people,
    List<Shop> shops,
    List<Category> categories,
    List<DemoListing> listings,
    List<DemoEvent> events,
    List<DemoConversation> conversations) {

  /// User name of the account that one click signs in as.
  public static final String SHOPPER = "robin";

  /// User name of the seller who answers.
  public static final String SELLER = "mira";

  /// User name of the friend who can be called.
  public static final String FRIEND = "jonas";

  /// @param now what the history leads up to; ids and texts do not depend on it
  public static DemoCatalog create(Instant now) {
    Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
    List<DemoPerson> people = DemoPeople.create();
    List<Shop> shops = DemoShops.create(people);
    List<DemoTexts.Range> ranges = DemoTexts.ranges();
    List<DemoListing> bare = new DemoProducts(moment, shops).create(ranges);
    List<DemoEvent> events = new DemoHistory(moment, people, shops).create(bare);
    List<DemoListing> listings = DemoHistory.withPopularity(bare, events);
    return new DemoCatalog(
        people,
        shops,
        DemoShops.categories(listings),
        listings,
        events,
        DemoTalks.create(moment, people, shops, listings));
  }
}
