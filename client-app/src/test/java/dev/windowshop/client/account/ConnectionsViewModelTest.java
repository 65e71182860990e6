package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.account.ConnectionsViewModel.Row;
import dev.windowshop.client.account.ConnectionsViewModel.Step;
import dev.windowshop.client.gallery.SampleAccounts;
import dev.windowshop.client.gallery.SampleSafety;
import dev.windowshop.client.gallery.SampleSignIns;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsViewModelTest {
  private final SampleAccounts accounts = new SampleAccounts();
  private final SampleSignIns signIns = new SampleSignIns(accounts);
  private final SampleSafety safety = new SampleSafety(accounts);
  private final ConnectionsViewModel model =
      new ConnectionsViewModel(signIns, safety, Runnable::run);

  @BeforeEach
  void load() {
    model.load();
  }

  private Row row(String name) {
    return model.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void whatIsConnectedAndWhatCouldBeIsListed() {
    assertEquals(
        List.of("Google", "Lindqvist & Co"), model.rows().stream().map(Row::name).toList());
    assertInstanceOf(Row.Connected.class, row("Google"));
    assertInstanceOf(Row.Offered.class, row("Lindqvist & Co"));
  }

  @Test
  void connectingAsksForThePasswordThenTheBrowser() {
    model.choose(row("Lindqvist & Co"));
    model.confirm();
    assertEquals("Fill in your password.", model.trouble().get());
    model.password().set("walking");
    model.confirm();
    assertEquals(new Step.Waiting("Lindqvist & Co"), model.step().get());
    assertTrue(model.address().get().startsWith("https://"));
    signIns.outcome.complete(new SignIns.Outcome.Connected());
    assertInstanceOf(Step.Looking.class, model.step().get());
    assertEquals("From now on, Lindqvist & Co signs you in as well.", model.outcome().get());
    assertEquals("", model.password().get());
  }

  @Test
  void whatIsRefusedIsSaid() {
    model.choose(row("Lindqvist & Co"));
    model.password().set("wrong");
    model.confirm();
    signIns.outcome.completeExceptionally(
        new ProblemException(ProblemType.WRONG_CREDENTIALS, "The password is wrong."));
    assertEquals("The password is wrong.", model.trouble().get());
    assertInstanceOf(Step.Looking.class, model.step().get());
  }

  @Test
  void givingUpEndsIt() {
    model.choose(row("Lindqvist & Co"));
    model.password().set("walking");
    model.confirm();
    var under = signIns.outcome;
    model.cancel();
    assertTrue(under.isCancelled());
    assertEquals("", model.trouble().get());
  }

  @Test
  void oneIsLetGoOf() {
    model.choose(row("Google"));
    model.password().set("walking");
    model.confirm();
    assertEquals("Google no longer signs you in.", model.outcome().get());
    assertInstanceOf(Row.Offered.class, row("Google"));
  }
}
