package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.client.platform.Live;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class HomeViewModelTest {
  private static final Live<Welcome> GUEST = new Live<>(Welcome.GUEST);

  @Test
  void theLastHomeIsThereAtOnce() {
    HomeViewModel model = new HomeViewModel(SampleShop.full(), GUEST, Runnable::run);
    assertTrue(model.loaded().get());
    assertEquals(12, model.trending().size());
    assertEquals("Loved by many", model.forYouReason().get());
  }

  @Test
  void anUnchangedShelfIsLeftAlone() {
    SampleShop shop = SampleShop.full();
    HomeViewModel model = new HomeViewModel(shop, GUEST, Runnable::run);
    AtomicInteger changes = new AtomicInteger();
    model
        .trending()
        .addListener(
            (ListChangeListener<dev.windowshop.protocol.Product>)
                change -> changes.incrementAndGet());
    shop.home()
        .update(home ->
            new Home(
                home.categories(),
                home.trending(),
                home.newest().subList(0, 3),
                home.deals(),
                home.forYou(),
                home.loadedAt()));
    assertEquals(0, changes.get());
    assertEquals(3, model.newest().size());
  }

  @Test
  void nothingKnownIsNotLoaded() {
    SampleShop shop = SampleShop.loading();
    HomeViewModel model = new HomeViewModel(shop, GUEST, Runnable::run);
    shop.homeTrouble().set("away");
    assertFalse(model.loaded().get());
    assertEquals("away", model.trouble().get());
  }

  @Test
  void whatIsSoldByThoseOneTalkedToIsAskedForOnceTheyAreKnown() {
    Live<Welcome> welcome = new Live<>(Welcome.GUEST);
    HomeViewModel model = new HomeViewModel(SampleShop.full(), welcome, Runnable::run);
    assertTrue(model.fromSellers().isEmpty());
    welcome.set(new Welcome("Maya", java.util.List.of(), java.util.List.of("s1")));
    assertFalse(model.fromSellers().isEmpty());
    welcome.set(Welcome.GUEST);
    assertTrue(model.fromSellers().isEmpty());
  }
}
