package dev.windowshop.client.seller;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an import did, or would do.
public record ImportReport(
    int created, int changed, int unchanged, int hidden, int refused, List<Problem> problems) {
  public ImportReport {
    problems = Objects.requireNonNullElse(problems, List.of());
  }

  /// @param line of the file
  public record Problem(int line, @Nullable String handle, String reason) {}

  String sentence() {
    return created
        + " new, "
        + changed
        + " changed, "
        + unchanged
        + " as they were"
        + (refused > 0 ? ", " + refused + " refused" : "");
  }
}
