package dev.windowshop.bench.calls;

import java.util.List;

/// What [PartyMain] measured.
///
/// @param cold times of calls whose media processes had to start first
/// @param warm of the calls in a row, whose media processes were there
/// @param first of the process with the window, after the calls that warm it up
/// @param last of the same, after all calls
/// @param mediaFirst of the caller's media process, with `first`
/// @param mediaLast of the same, with `last`
record CallsInARow(
    List<Party.Times> cold,
    List<Party.Times> warm,
    Machine first,
    Machine middle,
    Machine last,
    Machine mediaFirst,
    Machine mediaLast) {

  /// @param coldCalls from nothing, before
  /// @param calls in a row
  record Order(String relay, String folder, int coldCalls, int warmUp, int calls) {}
}
