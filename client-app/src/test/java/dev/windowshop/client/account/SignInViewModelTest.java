package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleAccounts;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
  private final SampleAccounts accounts = new SampleAccounts();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void oneClickSignsInTheDemoShopper() {
    SignInViewModel model =
        new SignInViewModel(
            accounts,
            new DemoLogin("Maya", "maya", "walking"),
            Runnable::run,
            done::incrementAndGet);
    model.submitDemo();
    assertEquals(1, done.get());
    assertNotNull(accounts.account().value());
  }

  @Test
  void aWrongPasswordIsSaidAndNothingFollows() {
    SignInViewModel model =
        new SignInViewModel(accounts, null, Runnable::run, done::incrementAndGet);
    model.login().set("maya");
    model.password().set("running");
    model.submit();
    assertEquals("The user name, email or password is wrong.", model.trouble().get());
    assertFalse(model.busy().get());
    assertEquals(0, done.get());
  }

  @Test
  void emptyFieldsAreNotSent() {
    SignInViewModel model =
        new SignInViewModel(accounts, null, Runnable::run, done::incrementAndGet);
    model.submit();
    assertFalse(model.trouble().get().isEmpty());
  }

  @Test
  void aRefusedFieldIsNamedInItsPlace() {
    SignUpViewModel model = new SignUpViewModel(accounts, Runnable::run, done::incrementAndGet);
    model.username().set("ada");
    model.email().set("ada@example.com");
    model.password().set("short");
    model.submit();
    assertEquals(
        "The password must have 8 characters at least.",
        model.refusals().get().of("password", "The password"));
    assertTrue(model.refusals().get().text().isEmpty());
  }
}
