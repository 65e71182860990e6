package dev.windowshop.relay.demo;

import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what the demo people say to each other:
///
/// ```
/// @ listing | robin | product handle | hours ago
/// @ direct | robin jonas | | hours ago
/// @ group | robin jonas lena | name: description | hours ago
/// > robin | minutes since the last | text | product handle
/// ```
final class DemoTalks {
  private final Instant now;
  private final List<DemoPerson> people;
  private final List<Shop> shops;
  private final List<DemoListing> listings;
  private int conversationNumber;
  private int messageNumber;

  private DemoTalks(
      Instant now, List<DemoPerson> people, List<Shop> shops, List<DemoListing> listings) {
    this.now = now;
    this.people = people;
    this.shops = shops;
    this.listings = listings;
  }

  static List<DemoConversation> create(
      Instant now, List<DemoPerson> people, List<Shop> shops, List<DemoListing> listings) {
    var talks = new DemoTalks(now, people, shops, listings);
    var conversations = new ArrayList<DemoConversation>();
    var block = new ArrayList<String>();
    for (String line : DemoTexts.lines("conversations.txt")) {
      if (line.startsWith("@") && !block.isEmpty()) {
        conversations.add(talks.conversation(block));
        block.clear();
      }
      block.add(line);
    }
    if (!block.isEmpty()) {
      conversations.add(talks.conversation(block));
    }
    return List.copyOf(conversations);
  }

  private DemoConversation conversation(List<String> block) {
    String[] head = fields(block.getFirst());
    var members = new ArrayList<String>();
    for (String username : head[1].split(" ", -1)) {
      members.add(DemoPeople.named(people, username).user().id());
    }
    Instant at = now.minus(Duration.ofMinutes(Math.round(Double.parseDouble(head[3]) * 60)));
    String id = DemoIds.at("conversation", conversationNumber++);
    List<DemoConversation.Line> lines = lines(block.subList(1, block.size()), at);
    return switch (head[0]) {
      case "direct" -> talk(id, ConversationKind.DIRECT, null, null, members, lines);
      case "group" -> {
        String[] name = head[2].split(": ", 2);
        yield new DemoConversation(
            id, ConversationKind.GROUP, name[0], name[1], null, null, members, lines);
      }
      case "listing" -> {
        Product product = product(head[2]);
        Shop shop = shops.get(shops.indexOf(product.shop()));
        members.add(shop.ownerId());
        yield talk(id, ConversationKind.LISTING, product.id(), shop.id(), members, lines);
      }
      default -> throw new IllegalStateException("what kind is " + block.getFirst());
    };
  }

  private static DemoConversation talk(
      String id,
      ConversationKind kind,
      @Nullable String productId,
      @Nullable String shopId,
      List<String> members,
      List<DemoConversation.Line> lines) {
    return new DemoConversation(
        id, kind, null, null, productId, shopId, List.copyOf(members), lines);
  }

  private List<DemoConversation.Line> lines(List<String> block, Instant start) {
    var lines = new ArrayList<DemoConversation.Line>();
    Instant at = start;
    for (String line : block) {
      String[] part = fields(line);
      at =
          at.plus(Duration.ofMinutes(Integer.parseInt(part[1])))
              .plusSeconds(7L * lines.size() % 50);
      int number = messageNumber++;
      lines.add(
          new DemoConversation.Line(
              DemoIds.at("message", number),
              DemoIds.at("client", number),
              DemoPeople.named(people, part[0]).user().id(),
              part[2],
              part.length > 3 ? product(part[3]).id() : null,
              at));
    }
    return List.copyOf(lines);
  }

  private Product product(String handle) {
    return listings.stream()
        .map(DemoListing::product)
        .filter(product -> product.handle().equals(handle))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no product " + handle));
  }

  private static String[] fields(String line) {
    return Arrays.stream(line.substring(1).split("\\|", -1))
        .map(String::strip)
        .toArray(String[]::new);
  }
}
