package dev.windowshop.client.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.moderation.ModerationViewModel.Tab;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Report;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModerationViewModelTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final FakeModeration moderation = new FakeModeration();
  private final ModerationViewModel model =
      new ModerationViewModel(moderation, Runnable::run, InstantSource.fixed(NOW));

  @Test
  void whatIsDecidedLeavesTheQueueAndStandsInTheLog() {
    model.activate();
    assertEquals(3, model.reports().size());
    model.decide(model.reports().getFirst(), Report.Action.HIDE, "An advertisement", null);
    assertEquals(List.of("r2", "r3"), model.reports().stream().map(Report::id).toList());
    assertEquals("Hidden. It can be shown again from the log.", model.notice().get());
    model.tab().set(Tab.RESOLVED);
    assertEquals(List.of("r1"), model.reports().stream().map(Report::id).toList());
    model.tab().set(Tab.LOG);
    Report.Entry entry = model.log().getFirst();
    assertEquals("An advertisement", entry.note());
    assertTrue(ModerationViewModel.canTakeBack(entry));
    model.takeBack(entry, "A mistake");
    assertEquals(Report.Deed.UNHIDE, model.log().getFirst().deed());
    assertFalse(ModerationViewModel.canTakeBack(model.log().getFirst()));
  }

  @Test
  void onlyASuspensionHasAnEnd() {
    model.activate();
    model.decide(model.reports().get(2), Report.Action.SUSPEND, "", 7);
    model.decide(model.reports().getFirst(), Report.Action.DISMISS, "", 7);
    model.decide(model.reports().getFirst(), Report.Action.SUSPEND, "", null);
    assertEquals(
        Arrays.asList(Instant.parse("2026-03-08T12:00:00Z"), null, null), moderation.untils);
    assertTrue(model.nothing().get());
  }

  @Test
  void aNewReportShowsByItself() {
    model.activate();
    Report first = model.reports().getFirst();
    model.decide(first, Report.Action.DISMISS, "", null);
    moderation.all.replaceAll(report -> report.id().equals("r1") ? first : report);
    moderation.news.set(1);
    assertEquals(3, model.reports().size());
    model.deactivate();
    moderation.all.clear();
    moderation.news.set(2);
    assertEquals(3, model.reports().size(), "nobody looks");
  }

  @Test
  void whatSomebodyElseDecidedIsSaid() {
    model.activate();
    Report report = model.reports().getFirst();
    moderation.trouble =
        new ProblemException(ProblemType.CONFLICT, "Somebody has decided this already.");
    model.decide(report, Report.Action.HIDE, "", null);
    assertEquals("Somebody has decided this already.", model.notice().get());
  }
}
