package dev.windowshop.client.moderation;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Report;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What the moderation page needs. No method blocks.
public interface Moderation {
  /// Raised whenever there is something new to look at.
  Live<Integer> news();

  /// @param cursor null for the beginning
  CompletableFuture<Page<Report>> reports(Report.State state, @Nullable String cursor);

  CompletableFuture<Page<Report.Entry>> log(@Nullable String cursor);

  /// @param until when a suspension ends; null for never by itself
  CompletableFuture<Report> resolve(
      String reportId, Report.Action action, String note, @Nullable Instant until);

  /// Takes a hiding or a suspension back.
  CompletableFuture<Void> takeBack(Report.Entry entry, String note);
}
