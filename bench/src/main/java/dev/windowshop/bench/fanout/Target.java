package dev.windowshop.bench.fanout;

import java.util.List;
import java.util.Map;

/// A server that is measured.
///
/// @param tokens of its users, the first N of which are in the room of N
interface Target extends AutoCloseable {
  String name();

  long pid();

  String address();

  List<String> tokens();

  /// The conversation of each size.
  Map<Integer, String> rooms();

  @Override
  void close() throws InterruptedException;
}
