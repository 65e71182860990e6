package dev.windowshop.client.moderation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the relay. Thread-safe.
public final class ModerationService implements Moderation {
  private static final TypeReference<Page<Report>> REPORTS = new TypeReference<>() {};
  private static final TypeReference<Page<Report.Entry>> ENTRIES = new TypeReference<>() {};

  private final RelayClient relay;
  private final Workers workers;
  private final Live<Integer> news = new Live<>(0);

  public ModerationService(RelayClient relay, SocketClient socket, Workers workers) {
    this.relay = relay;
    this.workers = workers;
    socket.onEvent(event -> {
      if (event instanceof ServerEvent.ReportFiled) {
        news.update(count -> count + 1);
      }
    });
  }

  @Override
  public Live<Integer> news() {
    return news;
  }

  @Override
  public CompletableFuture<Page<Report>> reports(Report.State state, @Nullable String cursor) {
    String name = state == Report.State.RESOLVED ? "resolved" : "open";
    return ask(() -> relay.get("/moderation/reports?state=" + name + after(cursor), REPORTS));
  }

  @Override
  public CompletableFuture<Page<Report.Entry>> log(@Nullable String cursor) {
    return ask(() -> relay.get("/moderation/log?limit=20" + after(cursor), ENTRIES));
  }

  @Override
  public CompletableFuture<Report> resolve(
      String reportId, Report.Action action, String note, @Nullable Instant until) {
    Report.Resolve decision =
        new Report.Resolve(action, note.isBlank() ? null : note.strip(), until);
    return ask(
        () -> relay.post("/moderation/reports/" + reportId + "/resolve", decision, Report.class));
  }

  @Override
  public CompletableFuture<Void> takeBack(Report.Entry entry, String note) {
    String path =
        switch (entry.kind()) {
          case MESSAGE -> "/moderation/messages/" + entry.targetId() + "/unhide";
          case PRODUCT -> "/moderation/products/" + entry.targetId() + "/unhide";
          case STORY -> "/moderation/stories/" + entry.targetId() + "/unhide";
          case USER, UNKNOWN -> "/moderation/users/" + entry.targetId() + "/unsuspend";
        };
    return ask(() -> {
      relay.post(path, new Report.Act(note, null));
      return null;
    });
  }

  private static String after(@Nullable String cursor) {
    return cursor == null ? "" : "&cursor=" + cursor;
  }

  private <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, workers.io());
  }
}
