package dev.windowshop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What bringing a file of products into a shop did, or would do.
///
/// @param hidden are no longer published, by the file
/// @param refused lines of the file
/// @param problems of the refused lines, the first of them
public record ShopImport(
    int created, int changed, int unchanged, int hidden, int refused, List<Problem> problems) {
  public ShopImport {
    problems = problems == null ? List.of() : List.copyOf(problems);
  }

  /// @param line of the file, from 1
  /// @param handle of the product that the line belongs to
  public record Problem(long line, @Nullable String handle, String reason) {}
}
