package dev.windowshop.relay.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderTest {
  private static final long NOW = SmallShop.NOW;
  private static final Query QUERY = Query.of(12, NOW);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatWasBoughtIsNeverAnswered(long seed) {
    SmallShop shop = new SmallShop(seed);
    Recommender recommender = shop.built();
    for (String actor : shop.actors) {
      List<Recommendation> answer = recommender.forYou(actor, QUERY);
      assertFalse(answer.isEmpty());
      answer.forEach(one -> assertFalse(shop.bought(actor, one.item()), actor + " " + one));
      String now = answer.getFirst().item();
      recommender.record(new Event(actor, now, EventType.PURCHASE, NOW), NOW);
      recommender.forYou(actor, QUERY).forEach(one -> assertNotEquals(now, one.item()));
      recommender
          .similar(shop.items.get(0).id(), actor, QUERY)
          .forEach(one -> assertNotEquals(now, one.item()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theReasonIsTheLargestSummandOfTheScore(long seed) {
    SmallShop shop = new SmallShop(seed);
    Recommender recommender = shop.built();
    int fromItems = 0;
    for (String actor : shop.actors) {
      for (Recommendation one : recommender.forYou(actor, QUERY)) {
        double sum = one.terms().stream().mapToDouble(Term::value).sum();
        assertEquals(one.score(), sum, 1e-4, one.toString());
        double largest = one.terms().stream().mapToDouble(Term::value).max().orElse(0);
        assertEquals(largest, one.terms().isEmpty() ? 0 : one.terms().getFirst().value());
        fromItems += startsWithItem(one) ? 1 : 0;
      }
    }
    assertTrue(fromItems > 100, "only " + fromItems + " reasons were somebody's own items");
  }

  private static boolean startsWithItem(Recommendation one) {
    return !one.terms().isEmpty() && one.terms().getFirst().kind() == Term.Kind.ITEM;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void forgettingTheReasonChangesTheScore(long seed) {
    SmallShop shop = new SmallShop(seed);
    Recommender recommender = shop.built();
    int changed = 0;
    for (String actor : shop.actors) {
      Optional<Recommendation> before =
          recommender.forYou(actor, QUERY).stream()
              .filter(RecommenderTest::startsWithItem)
              .findFirst();
      if (before.isEmpty()) {
        continue;
      }
      String because = String.valueOf(before.get().terms().getFirst().item());
      recommender.forget(actor, because);
      List<Recommendation> after = recommender.forYou(actor, QUERY.exploring(0));
      after.forEach(
          one -> one.terms().forEach(term -> assertNotEquals(because, term.item(), actor)));
      after.stream()
          .filter(one -> one.item().equals(before.get().item()))
          .forEach(one -> assertNotEquals(before.get().score(), one.score()));
      changed++;
    }
    assertTrue(changed > 30);
  }

  @Test
  void theSameStateGivesTheSameAnswer() {
    SmallShop shop = new SmallShop(7);
    Recommender one = new Recommender();
    one.rebuild(shop.events::forEach, shop.items::forEach, NOW, 1);
    Recommender other = new Recommender();
    other.rebuild(shop.events::forEach, shop.items::forEach, NOW, 3);
    for (String actor : shop.actors) {
      assertEquals(one.forYou(actor, QUERY), other.forYou(actor, QUERY));
      assertEquals(one.forYou(actor, QUERY.seeded(5)), one.forYou(actor, QUERY.seeded(5)));
    }
  }

  @Test
  void anEventShowsInTheNextAnswer() {
    SmallShop shop = new SmallShop(8);
    Recommender recommender = shop.built();
    List<Recommendation> before = recommender.forYou("new here", QUERY);
    recommender.record(new Event("new here", "i3", EventType.VIEW, NOW), NOW);
    List<Recommendation> after = recommender.forYou("new here", QUERY);
    assertNotEquals(items(before), items(after));
    assertTrue(
        after.stream()
            .anyMatch(one -> startsWithItem(one) && "i3".equals(one.terms().getFirst().item())));
  }

  @Test
  void whatIsBoughtByManyTodayTrendsBeforeTheNextRebuild() {
    SmallShop shop = new SmallShop(9);
    Recommender recommender = shop.built();
    recommender.put(new Item("hot", "the hot one", "category1", "", "", 500, true, NOW));
    for (int i = 0; i < 80; i++) {
      recommender.record(new Event("fan" + i, "hot", EventType.PURCHASE, NOW), NOW);
    }
    assertEquals("hot", recommender.trending(QUERY).getFirst().item());
  }

  @Test
  void whatHappensDuringARebuildIsNotLost() {
    SmallShop shop = new SmallShop(10);
    Recommender recommender = shop.built();
    Event late = new Event("a0", "i5", EventType.PURCHASE, NOW);
    recommender.rebuild(
        events -> {
          shop.events.forEach(events);
          recommender.record(late, NOW);
        },
        shop.items::forEach,
        NOW);
    recommender.forYou("a0", QUERY).forEach(one -> assertNotEquals("i5", one.item()));
  }

  @Test
  void aFailedRebuildLeavesWhatWasThere() {
    SmallShop shop = new SmallShop(11);
    Recommender recommender = shop.built();
    List<Recommendation> before = recommender.forYou("a1", QUERY);
    assertThrows(
        IllegalStateException.class,
        () ->
            recommender.rebuild(
                events -> {
                  throw new IllegalStateException("the disk is gone");
                },
                shop.items::forEach,
                NOW));
    assertEquals(before, recommender.forYou("a1", QUERY));
  }

  @Test
  void aGuestBecomesAUser() {
    SmallShop shop = new SmallShop(12);
    Recommender recommender = shop.built();
    recommender.record(new Event("guest", "i4", EventType.PURCHASE, NOW), NOW);
    recommender.record(new Event("guest", "i10", EventType.VIEW, NOW), NOW);
    recommender.merge("guest", "user");
    List<Recommendation> answer = recommender.forYou("user", QUERY);
    answer.forEach(one -> assertNotEquals("i4", one.item()));
    assertTrue(answer.stream().anyMatch(RecommenderTest::startsWithItem));
    assertTrue(
        recommender.forYou("guest", QUERY).stream().noneMatch(RecommenderTest::startsWithItem));
    recommender.forgetAll("user");
    assertTrue(
        recommender.forYou("user", QUERY).stream().noneMatch(RecommenderTest::startsWithItem));
  }

  @Test
  void outOfStockComesLastAndFiltersHold() {
    SmallShop shop = new SmallShop(13);
    Recommender recommender = shop.built();
    List<Recommendation> all = recommender.trending(Query.ranking(90, NOW));
    assertEquals(90, all.size());
    boolean out = false;
    for (Recommendation one : all) {
      boolean outNow = Integer.parseInt(one.item().substring(1)) % 10 == 9;
      assertTrue(!out || outNow, "in stock after out of stock");
      out |= outNow;
    }
    Filters filters = Filters.NONE.inCategories(Set.of("category2")).priced(2_000, 6_000).inStock();
    List<Recommendation> some = recommender.forYou("a3", QUERY.filtered(filters));
    assertFalse(some.isEmpty());
    for (Recommendation one : some) {
      int number = Integer.parseInt(one.item().substring(1));
      assertEquals(2, number % 6);
      assertTrue(number >= 10 && number <= 50 && number % 10 != 9);
    }
  }

  /// What cannot be in an answer is left out early; nothing else may be.
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void aShortAnswerIsTheBeginningOfALongOne(long seed) {
    SmallShop shop = new SmallShop(seed);
    Recommender recommender = shop.built();
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < 400; n++) {
      String actor = shop.actors.get(random.nextInt(shop.actors.size()));
      String item = shop.items.get(random.nextInt(shop.items.size())).id();
      recommender.record(new Event(actor, item, EventType.CART, NOW), NOW);
    }
    for (String actor : shop.actors) {
      Query query =
          Query.of(5, NOW)
              .capped(Caps.NONE)
              .exploring(0)
              .liking(new Taste(Set.of("category" + seed % 6), Set.of(), 500, 4_000));
      Query all = Query.of(90, NOW).capped(Caps.NONE).exploring(0).liking(query.taste());
      List<Recommendation> few = recommender.forYou(actor, query);
      assertEquals(recommender.forYou(actor, all).subList(0, few.size()), few);
      assertEquals(5, few.size());
    }
  }

  @Test
  void fewThatPassTheFiltersAreFoundWhereverTheyAre() {
    SmallShop shop = new SmallShop(24);
    shop.items.add(new Item("dear", "dear", "category1", "", "", 900_000, true, NOW));
    Recommender recommender = shop.built();
    recommender.put(new Item("dearer", "dearer", "category1", "", "", 950_000, true, NOW));
    Query dear = Query.of(10, NOW).filtered(Filters.NONE.priced(900_000, Long.MAX_VALUE));
    assertEquals(Set.of("dear", "dearer"), new HashSet<>(items(recommender.forYou("a4", dear))));
    assertEquals(
        Set.of("dear", "dearer"),
        new HashSet<>(items(recommender.similar("i3", "a4", dear.exploring(0)))));
    assertEquals(
        List.of(), recommender.trending(dear.filtered(Filters.NONE.priced(951_000, 960_000))));
  }

  @Test
  void somebodyWithAHundredThousandEventsIsAnsweredLikeOthers() {
    SmallShop shop = new SmallShop(25);
    for (int n = 0; n < 100_000; n++) {
      EventType type = n % 50 == 0 ? EventType.PURCHASE : EventType.VIEW;
      shop.items.add(new Item("m" + n % 5_000, "m", "category1", "", "", 10, true, 0));
      shop.events.add(new Event("busy", "m" + n % 5_000, type, NOW - n * 60_000L));
    }
    Recommender recommender = shop.built();
    List<Recommendation> answer = recommender.forYou("busy", Query.of(50, NOW));
    assertEquals(50, answer.size());
    for (String item : items(answer)) {
      assertFalse(
          item.startsWith("m") && Integer.parseInt(item.substring(1)) % 50 == 0, "bought " + item);
    }
  }

  @Test
  void idsAreNumberedAsTheyCome() {
    Ids ids = new Ids();
    List<String> names = new ArrayList<>();
    for (int n = 0; n < 20_000; n++) {
      names.add(n % 3 == 0 ? "käufer " + n : n % 3 == 1 ? "" + n : "買い物" + n);
      assertEquals(n, ids.add(names.get(n)));
    }
    ids.trim();
    for (int n = 0; n < names.size(); n++) {
      assertEquals(n, ids.of(names.get(n)));
      assertEquals(names.get(n), ids.name(n));
      assertEquals(n, ids.add(names.get(n)));
    }
    assertEquals(Names.NONE, ids.of("nobody"));
    assertEquals(Names.NONE, ids.of(""));
    assertEquals(20_000, ids.size());
  }

  @Test
  void noCategoryTakesMoreThanItsShareWhileThereAreOthers() {
    SmallShop shop = new SmallShop(14);
    Recommender recommender = shop.built();
    for (String actor : shop.actors) {
      List<Recommendation> answer =
          recommender.forYou(actor, Query.of(10, NOW).capped(new Caps(0.3, 1, 1)).exploring(0));
      int[] counts = new int[6];
      answer.forEach(one -> counts[Integer.parseInt(one.item().substring(1)) % 6]++);
      for (int count : counts) {
        assertTrue(count <= 3, actor);
      }
    }
  }

  @Test
  void whatIsNewKeepsToTheCapsToo() {
    SmallShop shop = new SmallShop(14);
    Recommender recommender = shop.built();
    Instant since = Instant.ofEpochMilli(NOW - 80 * SmallShop.DAY);
    for (String actor : shop.actors) {
      List<Recommendation> answer =
          recommender.newItems(actor, since, Query.of(10, NOW).capped(new Caps(0.3, 1, 1)));
      assertEquals(10, answer.size());
      answer.stream()
          .collect(
              Collectors.groupingBy(
                  one -> Integer.parseInt(one.item().substring(1)) % 6, Collectors.counting()))
          .forEach((category, count) -> assertTrue(count <= 3, actor));
    }
  }

  @Test
  void untriedItemsComeBeforeWhatIsOutOfStock() {
    SmallShop shop = new SmallShop(15);
    for (int i = 0; i < 4; i++) {
      shop.items.add(new Item("new" + i, "new", "category1", "", "", 10, true, NOW - i));
    }
    Recommender recommender = shop.built();
    Filters one = Filters.NONE.inCategories(Set.of("category1"));
    List<String> answer =
        items(recommender.forYou(List.of(), Query.of(20, NOW).filtered(one).exploring(0.2)));
    assertEquals(19, answer.size());
    Set<String> soldOut = Set.of("i19", "i49", "i79");
    assertEquals(soldOut, Set.copyOf(answer.subList(16, 19)), answer::toString);
  }

  @Test
  void untriedItemsGetABoundedShareWithTheirChanceNoted() {
    SmallShop shop = new SmallShop(15);
    for (int i = 0; i < 30; i++) {
      shop.items.add(new Item("new" + i, "new", "category1", "", "", 10, true, NOW - i));
    }
    Recommender recommender = shop.built();
    Set<String> shown = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      List<Recommendation> answer =
          recommender.forYou("a5", Query.of(20, NOW).exploring(0.2).seeded(seed));
      List<Recommendation> explored = answer.stream().filter(Recommendation::explored).toList();
      assertEquals(4, explored.size());
      explored.forEach(one -> assertTrue(one.propensity() > 0 && one.propensity() < 1));
      explored.forEach(one -> shown.add(one.item()));
      assertEquals(answer.size(), new HashSet<>(items(answer)).size());
    }
    assertTrue(shown.size() > 10, "chance only ever showed " + shown);
  }

  @Test
  void aGroupIsNotAnsweredWhatOneOfThemHasBought() {
    SmallShop shop = new SmallShop(16);
    Recommender recommender = shop.built();
    for (int n = 0; n + 3 < shop.actors.size(); n += 3) {
      List<String> members = shop.actors.subList(n, n + 3);
      for (Recommendation one : recommender.group(members, QUERY)) {
        members.forEach(member -> assertFalse(shop.bought(member, one.item())));
      }
    }
  }

  @Test
  void emptyAndTinyShopsAreAnswered() {
    Recommender recommender = new Recommender();
    assertTrue(recommender.forYou("anybody", QUERY).isEmpty());
    assertTrue(recommender.similar("nothing", null, QUERY).isEmpty());
    recommender.rebuild(events -> {}, items -> {}, NOW);
    assertTrue(recommender.trending(QUERY).isEmpty());
    recommender.rebuild(
        events -> events.accept(new Event("one", "only", EventType.PURCHASE, NOW)),
        ItemSource.FROM_EVENTS,
        NOW);
    assertTrue(recommender.forYou("one", QUERY).isEmpty());
    assertEquals(List.of("only"), items(recommender.forYou("two", QUERY)));
  }

  @Test
  void anItemThatEverybodyHasIsNotEverybodysReason() {
    List<Event> events = new ArrayList<>(new SmallShop(17).events);
    for (int actor = 0; actor < 120; actor++) {
      events.add(new Event("a" + actor, "bag", EventType.PURCHASE, NOW - SmallShop.DAY));
    }
    Recommender recommender = new Recommender();
    recommender.rebuild(events::forEach, ItemSource.FROM_EVENTS, NOW);
    assertTrue(items(recommender.forYou("new", QUERY)).contains("bag"));
    recommender.forYou("a1", QUERY).forEach(one -> assertNotEquals("bag", one.item()));
  }

  @Test
  void aBotMovesNothingMuch() {
    SmallShop shop = new SmallShop(18);
    List<String> before = items(shop.built().trending(QUERY.capped(Caps.NONE)));
    for (int n = 0; n < 20_000; n++) {
      shop.events.add(new Event("bot", "i" + n % 90, EventType.VIEW, NOW - n * 60_000L));
    }
    for (int n = 0; n < 20_000; n++) {
      shop.events.add(new Event("fan", "i89", EventType.CART, NOW - n * 1_000L));
    }
    Recommender recommender = shop.built();
    List<String> after = items(recommender.trending(QUERY.capped(Caps.NONE)));
    assertFalse(after.subList(0, 5).contains("i89"), "one fan made a trend");
    List<String> kept = new ArrayList<>(before);
    kept.retainAll(after);
    assertTrue(kept.size() >= before.size() / 2, before + " became " + after);
  }

  @Test
  void deletedItemsAndWrongClocksDoNoHarm() {
    SmallShop shop = new SmallShop(19);
    shop.events.add(new Event("a1", "deleted", EventType.VIEW, NOW));
    shop.events.add(new Event("a2", "i1", EventType.VIEW, NOW + 400 * SmallShop.DAY));
    Recommender recommender = new Recommender();
    BuildStats stats = recommender.rebuild(shop.events::forEach, shop.items::forEach, NOW);
    assertEquals(1, stats.dropped());
    assertEquals(1, stats.clamped());
    assertFalse(stats.asOf().toEpochMilli() > NOW);
    recommender.record(new Event("a1", "deleted", EventType.VIEW, NOW), NOW);
    recommender.record(new Event("a1", "never listed", EventType.VIEW, NOW), NOW);
    recommender.remove("i2");
    for (String actor : shop.actors) {
      for (String item : items(recommender.forYou(actor, Query.ranking(90, NOW)))) {
        assertFalse(Set.of("deleted", "never listed", "i2").contains(item), item);
      }
    }
  }

  @Test
  void whatGoesTogetherIsFoundByItsBaskets() {
    List<Event> events = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      String basket = "b" + n;
      long at = NOW - n * SmallShop.DAY / 4;
      events.add(new Event("u" + n % 20, "cup" + n % 3, EventType.PURCHASE, at, basket));
      events.add(new Event("u" + n % 20, "saucer" + n % 3, EventType.PURCHASE, at, basket));
      events.add(new Event("u" + n % 20, "spoon" + n % 7, EventType.PURCHASE, at, basket));
    }
    Recommender recommender = new Recommender();
    recommender.rebuild(events::forEach, ItemSource.FROM_EVENTS, NOW);
    for (int n = 0; n < 3; n++) {
      Recommendation first = recommender.together(List.of("cup" + n), null, QUERY).getFirst();
      assertEquals("saucer" + n, first.item());
      assertEquals("cup" + n, first.terms().getFirst().item());
    }
  }

  @Test
  void newItemsAreThoseAddedSince() {
    SmallShop shop = new SmallShop(20);
    Recommender recommender = shop.built();
    recommender.put(new Item("brand new", "thing1", "category1", "", "", 5, true, NOW));
    List<Recommendation> answer =
        recommender.newItems(
            "a1", Instant.ofEpochMilli(NOW - 10 * SmallShop.DAY), Query.ranking(50, NOW));
    assertTrue(items(answer).contains("brand new"));
    for (Recommendation one : answer) {
      assertTrue(one.item().equals("brand new") || Integer.parseInt(one.item().substring(1)) >= 80);
    }
  }

  private static List<String> items(List<Recommendation> answer) {
    return answer.stream().map(Recommendation::item).toList();
  }

  @Test
  void theBestAreKeptWhateverTheOrderOfOffers() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      int count = random.nextInt(60);
      float[] weights = new float[count];
      List<Integer> order = new ArrayList<>();
      Best best = new Best(10);
      for (int i = 0; i < count; i++) {
        weights[i] = random.nextInt(8);
        order.add(i);
        best.offer(i, weights[i]);
      }
      best.sortByWeight();
      order.sort(
          Comparator.comparingDouble((Integer i) -> -weights[i])
              .thenComparing(Comparator.naturalOrder()));
      for (int place = 0; place < best.size(); place++) {
        assertEquals(order.get(place), best.item(place));
      }
    }
  }

  @Test
  void aSystemIsSolved() {
    double[][] matrix = {{4, 0, 0}, {1, 3, 0}, {0.5, 1, 2}};
    double[] right = {4 * 1 + 2 + 0.5 * 3, 1 + 3 * 2 + 3, 0.5 + 2 + 2 * 3};
    Cholesky.solve(matrix, right, 3);
    assertEquals(1, right[0], 1e-9);
    assertEquals(2, right[1], 1e-9);
    assertEquals(3, right[2], 1e-9);
  }
}
