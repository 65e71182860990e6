package dev.windowshop.client.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which emoji somebody used lately, the latest first. Used on the FX thread.
public final class EmojiRecents {
  private static final int KEPT = 24;
  private static final List<String> USUAL =
      List.of(
          "\uD83D\uDC4D",
          "\u2764\uFE0F",
          "\uD83D\uDE02",
          "\uD83D\uDE2E",
          "\uD83D\uDE22",
          "\uD83C\uDF89");

  private final Supplier<@Nullable String> kept;
  private final Consumer<String> keep;

  /// @param kept what was kept, as it was given to `keep`
  public EmojiRecents(Supplier<@Nullable String> kept, Consumer<String> keep) {
    this.kept = kept;
    this.keep = keep;
  }

  public List<String> latest() {
    String text = kept.get();
    return text == null || text.isBlank() ? List.of() : List.of(text.split(" "));
  }

  /// Those to offer at once: the latest, filled up with the usual ones.
  public List<String> quick(int most) {
    List<String> all = new ArrayList<>(latest());
    USUAL.stream().filter(emoji -> !all.contains(emoji)).forEach(all::add);
    return all.stream().limit(most).toList();
  }

  public void used(String emoji) {
    List<String> all = new ArrayList<>(latest());
    all.remove(emoji);
    all.addFirst(emoji);
    keep.accept(String.join(" ", all.subList(0, Math.min(KEPT, all.size()))));
  }
}
