package dev.windowshop.client.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A queue of three, decided as a relay would.
public final class FakeModeration implements Moderation {
  public final Live<Integer> news = new Live<>(0);
  public final List<Report> all = new ArrayList<>();
  public final List<Report.Entry> entries = new ArrayList<>();
  public final List<@Nullable Instant> untils = new ArrayList<>();
  public @Nullable RuntimeException trouble;

  private static final User MOD = person("mod", "Ines Moreau");

  public FakeModeration() {
    all.add(
        report(
            "r1",
            Report.Kind.MESSAGE,
            Report.Reason.SPAM,
            "The same in every chat",
            person("tom", "Tom Berger"),
            Map.of("content", "Cheap watches, today only. Write to me outside of here.")));
    all.add(
        report(
            "r2",
            Report.Kind.PRODUCT,
            Report.Reason.FRAUD,
            null,
            person("sol", "Solveig Antiques"),
            Map.of("title", "Bauhaus lamp, original, 1926")));
    all.add(
        report(
            "r3",
            Report.Kind.USER,
            Report.Reason.HARASSMENT,
            "Writes at night and does not stop",
            person("kai", "Kai"),
            Map.of("username", "kai", "bio", "Always awake")));
  }

  private static User person(String id, String name) {
    return new User(id, id, name, null, null, null, null);
  }

  private static Report report(
      String id,
      Report.Kind kind,
      Report.Reason reason,
      @Nullable String text,
      User owner,
      Map<String, String> snapshot) {
    JsonNode tree = Json.tree(snapshot);
    return new Report(
        id,
        kind,
        "target-" + id,
        reason,
        text,
        Report.State.OPEN,
        Instant.parse("2026-03-01T09:30:00Z"),
        person("maya", "Maya Lindqvist"),
        owner,
        tree,
        id.equals("r1") ? 2 : 0,
        null,
        null,
        null);
  }

  @Override
  public Live<Integer> news() {
    return news;
  }

  @Override
  public CompletableFuture<Page<Report>> reports(Report.State state, @Nullable String cursor) {
    if (trouble != null) {
      return CompletableFuture.failedFuture(trouble);
    }
    return CompletableFuture.completedFuture(
        new Page<>(all.stream().filter(report -> report.state() == state).toList(), null));
  }

  @Override
  public CompletableFuture<Page<Report.Entry>> log(@Nullable String cursor) {
    return CompletableFuture.completedFuture(new Page<>(List.copyOf(entries), null));
  }

  @Override
  public CompletableFuture<Report> resolve(
      String reportId, Report.Action action, String note, @Nullable Instant until) {
    if (trouble != null) {
      return CompletableFuture.failedFuture(trouble);
    }
    untils.add(until);
    Report before =
        all.stream().filter(report -> report.id().equals(reportId)).findFirst().orElseThrow();
    Report after =
        new Report(
            before.id(),
            before.kind(),
            before.targetId(),
            before.reason(),
            before.text(),
            Report.State.RESOLVED,
            before.createdAt(),
            before.reporter(),
            before.owner(),
            before.snapshot(),
            0,
            before.createdAt().plusSeconds(600),
            action,
            note.isBlank() ? null : note);
    all.replaceAll(report -> report.id().equals(reportId) ? after : report);
    Report.Deed deed =
        switch (action) {
          case DISMISS, UNKNOWN -> Report.Deed.DISMISS;
          case HIDE -> Report.Deed.HIDE;
          case SUSPEND -> Report.Deed.SUSPEND;
        };
    entries.addFirst(
        new Report.Entry(
            "e" + entries.size(),
            MOD,
            deed,
            before.kind(),
            before.targetId(),
            reportId,
            note.isBlank() ? "Reported" : note,
            until,
            before.createdAt().plusSeconds(600)));
    return CompletableFuture.completedFuture(after);
  }

  @Override
  public CompletableFuture<Void> takeBack(Report.Entry entry, String note) {
    entries.addFirst(
        new Report.Entry(
            "e" + entries.size(),
            MOD,
            entry.deed() == Report.Deed.HIDE ? Report.Deed.UNHIDE : Report.Deed.UNSUSPEND,
            entry.kind(),
            entry.targetId(),
            null,
            note,
            null,
            entry.at().plusSeconds(60)));
    return CompletableFuture.completedFuture(null);
  }
}
