package dev.windowshop.relay.personal;

import org.jdbi.v3.core.statement.Query;

/// Where features write their part of an export: JSON files in one archive.
public interface ExportSink {
  /// The rows as a list of objects, one at a time. A column `created_at` becomes `createdAt`; one
  /// that ends in `_at`, or is called `at`, is an instant; `x_flag` becomes a truth, `x_json` what
  /// its text holds. Nulls are left out.
  ///
  /// @param name of the file, without its ending
  void rows(String name, Query query);
}
