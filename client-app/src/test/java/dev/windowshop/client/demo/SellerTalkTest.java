package dev.windowshop.client.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SellerTalkTest {
  private final SellerTalk talk = new SellerTalk("Mira", "Halden Studio");

  @Test
  void aQuestionAboutThePriceGetsThePrice() {
    assertTrue(says("How much is it?").contains("€69.00"));
  }

  @Test
  void aQuestionAboutStockNamesWhatIsThere() {
    String answer = says("do you still have the sage one?");
    assertTrue(answer.contains("2 of the Sage"), answer);
    assertTrue(answer.contains("Wine is gone"), answer);
  }

  @Test
  void aQuestionAboutSizeGetsTheMeasures() {
    String answer = says("How tall is it and will it fit a shelf");
    assertTrue(answer.contains("height 26 cm"), answer);
    assertFalse(answer.contains("frost-proof"), answer);
  }

  @Test
  void twoQuestionsGetTwoAnswers() {
    String answer = says("What is it made of and what does it cost?");
    assertTrue(answer.contains("stoneware"), answer);
    assertTrue(answer.contains("€69.00"), answer);
  }

  @Test
  void theFirstGreetingTellsWhatIsOnTheTable() {
    String answer = talk.answer(vase(), "Hi!", 0, 1);
    assertTrue(answer.contains("Hourglass Vase"), answer);
  }

  @Test
  void thanksAreNotMetWithASpeech() {
    assertTrue(says("thanks!").length() < 60);
  }

  @Test
  void everythingGetsAnAnswer() {
    for (String text : List.of("", "?", "ok", "👍", "asdf qwer", "Is it loud?", "a\nb")) {
      IntStream.range(0, 6)
          .forEach(seed -> {
            assertFalse(talk.answer(vase(), text, seed, seed).isBlank(), text);
            assertFalse(talk.answer(null, text, seed, seed).isBlank(), text);
          });
    }
  }

  private String says(String text) {
    return talk.answer(vase(), text, 3, 0);
  }

  private static Product vase() {
    Money price = new Money(6900, "EUR");
    return new Product(
        "p",
        "hourglass-vase",
        "Hourglass Vase",
        "Wide shoulders.\n\nThe body is stoneware.\n\nIt stands well.\n\n- Height 26 cm\n- Opening"
            + " 5 cm\n- Watertight, frost-proof\n\nIf it chips, write.",
        new Shop("s", "Halden Studio", "u", null, null, null),
        "c",
        "Vases & Decor",
        null,
        price,
        null,
        null,
        0,
        0,
        List.of("kind:vase", "material:stoneware", "colour:wine"),
        List.of(),
        2,
        List.of(),
        List.of(new Product.Option("Colour", List.of("Wine", "Sage"))),
        List.of(
            new Product.Variant("1", null, Map.of("Colour", "Wine"), price, null, 0),
            new Product.Variant("2", null, Map.of("Colour", "Sage"), price, null, 2)),
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
