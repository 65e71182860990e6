package dev.windowshop.relay.recommend;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Events as they come in, packed. One thread fills it.
final class EventLog implements Consumer<Event> {
  final Ids actors = new Ids();
  final Ids items = new Ids();
  final Names baskets = new Names();
  int[] actor = new int[4096];
  int[] item = new int[4096];
  long[] time = new long[4096];
  byte[] type = new byte[4096];
  int @Nullable [] basket;
  int size;

  @Override
  public void accept(Event event) {
    if (size == actor.length) {
      int room = Math.addExact(size, size >> 1);
      actor = Arrays.copyOf(actor, room);
      item = Arrays.copyOf(item, room);
      time = Arrays.copyOf(time, room);
      type = Arrays.copyOf(type, room);
      if (basket != null) {
        basket = Arrays.copyOf(basket, room);
      }
    }
    actor[size] = actors.add(event.actor());
    item[size] = items.add(event.item());
    time[size] = event.at();
    type[size] = event.type().code();
    if (event.basket() != null) {
      if (basket == null) {
        basket = new int[actor.length];
        Arrays.fill(basket, 0, size, Names.NONE);
      }
      basket[size] = baskets.add(event.basket());
    } else if (basket != null) {
      basket[size] = Names.NONE;
    }
    size++;
  }
}
