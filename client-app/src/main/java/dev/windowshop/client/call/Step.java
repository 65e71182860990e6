package dev.windowshop.client.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Where an event leads, and what is to be done then, in order.
record Step(CallState state, List<CallEffect> effects) {
  static Step to(CallState state, CallEffect... effects) {
    return new Step(state, List.of(effects));
  }

  Step then(Function<CallState, Step> next) {
    Step after = next.apply(state);
    List<CallEffect> all = new ArrayList<>(effects);
    all.addAll(after.effects());
    return new Step(after.state(), List.copyOf(all));
  }
}
