package dev.windowshop.client.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleSelling;
import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.protocol.SellerProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProductEditorViewModelTest {
  private final SampleSelling selling = new SampleSelling(SampleShop.full());
  private final ProductEditorViewModel model =
      new ProductEditorViewModel(selling, "EUR", Runnable::run);
  private final List<SellerProduct> saved = new ArrayList<>();

  private void fillIn() {
    model.title().set("Bowl");
    model.category().set("Bowls");
    model.variants().getFirst().price().set("12.50");
  }

  private static List<SellerProduct.VariantEdit> sent(SellerProduct.Edit edit) {
    return Objects.requireNonNull(edit.variants());
  }

  private void option(String name, String values) {
    model.addOption();
    OptionRow row = model.options().getLast();
    row.name().set(name);
    row.values().set(values);
    model.makeVariants();
  }

  @Test
  void everyCombinationGetsARowAndKeepsWhatWasFilledIn() {
    fillIn();
    option("Size", "Small, Large");
    assertEquals(2, model.variants().size());
    model.variants().getLast().price().set("20");
    model.variants().getLast().sku().set("L-1");
    option("Glaze", "Moss, Ink, Moss");
    assertEquals(4, model.variants().size());
    VariantRow large =
        model.variants().stream()
            .filter(row -> row.options().equals(Map.of("Size", "Large", "Glaze", "Moss")))
            .findFirst()
            .orElseThrow();
    assertEquals("20", large.price().get());
    assertEquals("L-1", large.sku().get());
    assertEquals("12.50", model.variants().getFirst().price().get());
    model.removeOption(model.options().getLast());
    assertEquals(2, model.variants().size());
    assertEquals("20", model.variants().getLast().price().get());
  }

  @Test
  void moreThanAHundredCombinationsAreNotMade() {
    fillIn();
    option("Size", "1,2,3,4,5,6,7,8,9,10,11");
    option("Colour", "a,b,c,d,e,f,g,h,i,j");
    assertEquals(11, model.variants().size());
    assertTrue(model.trouble().get().contains("110"));
  }

  @Test
  void whatIsNoPriceIsSaidAndNothingIsSent() {
    fillIn();
    for (String wrong : List.of("-3", "twelve", "1.234", "", "99999999999")) {
      model.variants().getFirst().price().set(wrong);
      model.save(saved::add);
      assertFalse(model.trouble().get().isEmpty(), wrong);
    }
    model.variants().getFirst().price().set("12,50");
    model.variants().getFirst().before().set("12.50");
    model.save(saved::add);
    assertTrue(model.trouble().get().contains("before"));
    assertTrue(selling.saved.isEmpty());
    model.variants().getFirst().before().set("15");
    model.save(saved::add);
    var price = sent(selling.saved.getFirst()).getFirst().price();
    assertEquals(1250, price == null ? -1 : price.amount());
    assertEquals(1, saved.size());
  }

  @Test
  void anEditNamesItsVersionAndLeavesStockAloneThatWasNotTouched() {
    model.load("p1");
    int stock = Integer.parseInt(model.variants().getFirst().stock().get());
    model.variants().getFirst().stock().set("99");
    model.save(saved::add);
    SellerProduct.Edit edit = selling.saved.getFirst();
    assertEquals(2L, edit.version());
    assertEquals(99, sent(edit).getFirst().stock());
    assertEquals(stock, sent(edit).getFirst().stockWas());
    assertNull(sent(edit).getLast().stock());
    assertNotNull(sent(edit).getLast().id());
  }

  @Test
  void aConflictIsShownAndNothingIsOverwrittenUnasked() {
    model.load("p1");
    selling.refusal = Conflicts.sample();
    model.save(saved::add);
    assertEquals(
        List.of("version", "title"),
        model.conflict().stream().map(SellerProduct.Difference::field).toList());
    assertTrue(saved.isEmpty());
    assertEquals(1, selling.saved.size());
    model.keepMine(saved::add);
    assertEquals(9L, selling.saved.getLast().version());
    assertTrue(model.conflict().isEmpty());
  }

  @Test
  void picturesAreOrderedAndTakenOff() {
    model.load("p1");
    List<EditorPicture> before = List.copyOf(model.pictures());
    model.movePicture(2, 0);
    assertEquals(before.get(2), model.pictures().getFirst());
    model.removePicture(before.get(0));
    assertEquals(List.of(before.get(2), before.get(1)), model.pictures());
    model.movePicture(0, 5);
    assertEquals(2, model.pictures().size());
  }
}
