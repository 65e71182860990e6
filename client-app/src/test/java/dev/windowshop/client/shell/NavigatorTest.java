package dev.windowshop.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NavigatorTest {
  private final Destination home = new Destination.Home();
  private final Destination cart = new Destination.Cart();
  private final Destination lamp = new Destination.ProductPage("lamp");
  private final Navigator navigator = new Navigator(home);

  @Test
  void backAndForwardRetraceTheWay() {
    navigator.go(lamp);
    navigator.go(cart);
    navigator.back();
    assertEquals(lamp, navigator.current().get());
    navigator.back();
    assertEquals(home, navigator.current().get());
    assertFalse(navigator.canGoBack().get());
    navigator.forward();
    navigator.forward();
    assertEquals(cart, navigator.current().get());
    assertFalse(navigator.canGoForward().get());
  }

  @Test
  void goingSomewhereElseForgetsTheWayForward() {
    navigator.go(lamp);
    navigator.back();
    navigator.go(cart);
    assertFalse(navigator.canGoForward().get());
    navigator.back();
    assertEquals(home, navigator.current().get());
  }

  @Test
  void goingWhereOneIsLeavesNoTrail() {
    navigator.go(lamp);
    navigator.go(new Destination.ProductPage("lamp"));
    navigator.back();
    assertEquals(home, navigator.current().get());
  }

  @Test
  void aReplacedDestinationIsNotGoneBackTo() {
    navigator.go(Destination.Search.text("la"));
    navigator.replace(Destination.Search.text("lamp"));
    assertTrue(navigator.canGoBack().get());
    navigator.back();
    assertEquals(home, navigator.current().get());
  }

  @Test
  void backAtTheStartStays() {
    navigator.back();
    assertEquals(home, navigator.current().get());
  }

  @Test
  void aFormThatWasLeftIsNotComeForwardTo() {
    navigator.go(new Destination.SignIn(null));
    navigator.leave();
    assertEquals(home, navigator.current().get());
    assertFalse(navigator.canGoForward().get());
  }
}
