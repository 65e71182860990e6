package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleAccounts;
import dev.windowshop.client.gallery.SampleSignIns;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderViewModelTest {
  private final SampleAccounts accounts = new SampleAccounts();
  private final SampleSignIns signIns = new SampleSignIns(accounts);
  private final AtomicInteger done = new AtomicInteger();
  private final ProviderViewModel model =
      new ProviderViewModel(signIns, Runnable::run, done::incrementAndGet);

  @BeforeEach
  void load() {
    model.load();
  }

  private void linking() {
    model.choose(SampleSignIns.GOOGLE);
    signIns.outcome.complete(new SignIns.Outcome.ToLink("t", "You have an account already."));
  }

  @Test
  void whatTheRelayKnowsCanBeChosen() {
    assertEquals(2, model.providers().size());
  }

  @Test
  void oneWaitsForTheBrowserAndIsSignedIn() {
    model.choose(SampleSignIns.GOOGLE);
    assertEquals(new ProviderViewModel.Step.Waiting("Google"), model.step().get());
    assertTrue(model.address().get().startsWith("https://"));
    signIns.outcome.complete(new SignIns.Outcome.In(accounts.signIn("maya", "walking").join()));
    assertEquals(1, done.get());
    assertInstanceOf(ProviderViewModel.Step.Choosing.class, model.step().get());
  }

  @Test
  void givingUpEndsItAndWhatComesLateIsNotTaken() {
    model.choose(SampleSignIns.GOOGLE);
    CompletableFuture<SignIns.Outcome> first = signIns.outcome;
    model.cancel();
    assertTrue(first.isCancelled());
    assertInstanceOf(ProviderViewModel.Step.Choosing.class, model.step().get());
    assertEquals("", model.trouble().get());
    model.choose(SampleSignIns.COMPANY);
    assertEquals(new ProviderViewModel.Step.Waiting("Lindqvist & Co"), model.step().get());
    assertEquals(0, done.get());
  }

  @Test
  void aRefusalIsSaidWhereOneChooses() {
    model.choose(SampleSignIns.GOOGLE);
    signIns.outcome.completeExceptionally(
        new ProblemException(ProblemType.FORBIDDEN, "There is no account for you here yet."));
    assertEquals("There is no account for you here yet.", model.trouble().get());
    assertInstanceOf(ProviderViewModel.Step.Choosing.class, model.step().get());
  }

  @Test
  void anAccountThatIsThereIsLinkedByItsPassword() {
    linking();
    assertInstanceOf(ProviderViewModel.Step.Linking.class, model.step().get());
    model.link();
    assertEquals("Fill in the password of your account.", model.trouble().get());
    model.password().set("running");
    model.link();
    assertEquals("The user name, email or password is wrong.", model.trouble().get());
    model.password().set("walking");
    model.link();
    assertEquals(1, done.get());
    assertEquals("", model.password().get());
  }
}
