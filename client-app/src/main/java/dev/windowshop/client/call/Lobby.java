package dev.windowshop.client.call;

import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.CallLink.KnockState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Before the doors of calls: who knocks at those that one is in, and where one knocks oneself.
/// Immutable.
///
/// @param knocks who waits to be let in by this user, the longest first
/// @param own null while one knocks nowhere
public record Lobby(List<CallLink.Knock> knocks, @Nullable Own own) {
  static final Lobby EMPTY = new Lobby(List.of(), null);

  /// One's own knock.
  ///
  /// @param link what it leads to
  /// @param knock null until the relay has taken it
  /// @param ended why one waits no longer, fit to be shown; null while one waits
  public record Own(
      String token, CallLink link, CallLink.@Nullable Knock knock, @Nullable String ended) {
    Own taken(CallLink.Knock next) {
      return new Own(token, link, next, null);
    }

    Own over(String why) {
      return new Own(token, link, null, why);
    }
  }

  Lobby with(CallLink.Knock knock) {
    List<CallLink.Knock> next =
        new ArrayList<>(knocks.stream().filter(one -> !one.id().equals(knock.id())).toList());
    if (knock.state() == KnockState.WAITING) {
      next.add(knock);
    }
    return new Lobby(List.copyOf(next), own);
  }

  Lobby without(String knockId) {
    return new Lobby(knocks.stream().filter(one -> !one.id().equals(knockId)).toList(), own);
  }

  Lobby with(@Nullable Own next) {
    return new Lobby(knocks, next);
  }

  /// What the relay said before is from before: it tells anew who knocks.
  Lobby disconnected() {
    Own mine = own;
    return new Lobby(
        List.of(),
        mine == null || mine.ended() != null
            ? mine
            : new Own(mine.token(), mine.link(), null, null));
  }
}
