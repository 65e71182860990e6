package dev.windowshop.client.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleSelling;
import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.protocol.Order;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SellerOrdersViewModelTest {
  private final SampleSelling selling = new SampleSelling(SampleShop.full());
  private final SellerOrdersViewModel model = new SellerOrdersViewModel(selling, Runnable::run);

  @BeforeEach
  void open() {
    model.activate();
  }

  @Test
  void whatIsToBePackedAndSentComesFirst() {
    assertEquals(2, model.toDo().get());
    assertEquals(2, model.orders().size());
    model.part().set(SellerOrdersViewModel.Part.ON_THE_WAY);
    assertEquals(1, model.orders().size());
    model.part().set(SellerOrdersViewModel.Part.ALL);
    assertEquals(3, model.orders().size());
  }

  @Test
  void aStepIsTakenWithItsTrackingNumber() {
    Order order = model.orders().getFirst();
    model.step(order, Order.FulfilmentStatus.SHIPPED, " 42 ");
    model.step(order, Order.FulfilmentStatus.DELIVERED, "");
    assertEquals(List.of("fulfil SHIPPED 42", "fulfil DELIVERED null"), selling.told);
  }

  @Test
  void noMoreIsGivenBackThanWasPaid() {
    Order order = model.orders().getFirst();
    model.refund(order, "500", "");
    assertFalse(model.trouble().get().isEmpty());
    assertTrue(selling.told.isEmpty());
    model.refund(order, "10.00", "A scratch");
    assertEquals(List.of("refund 1000 A scratch"), selling.told);
  }
}
