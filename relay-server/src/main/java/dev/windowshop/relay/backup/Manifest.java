package dev.windowshop.relay.backup;

import java.time.Instant;
import java.util.List;

/// What a backup says about itself; written last, so that one without it is none.
///
/// @param version of the database's schema: its newest migration
/// @param database which one it was read from, without a password
record Manifest(
    int format,
    Instant createdAt,
    String relay,
    String database,
    int version,
    List<Table> tables,
    List<Entry> files) {
  static final String NAME = "backup.json";
  static final int FORMAT = 1;

  /// @param sha256 of the entry, in hexadecimal
  record Table(String name, long rows, String sha256) {
    String entry() {
      return "tables/" + name + ".jsonl.gz";
    }
  }

  /// @param path below the data folder, with slashes
  record Entry(String path, long size, String sha256) {
    String entry() {
      return "files/" + path;
    }
  }
}
