package dev.windowshop.protocol;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list. `nextCursor` is opaque, null at the end.
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public <R> Page<R> map(Function<? super T, ? extends R> f) {
    return new Page<>(items.stream().<R>map(f).toList(), nextCursor);
  }
}
