package dev.windowshop.client.emoji;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// All emoji that there are pictures of. Immutable, thread-safe.
public final class EmojiCatalogue {
  /// What asks for the picture rather than the letter.
  private static final int PICTURE = 0xFE0F;

  /// From here on a character is taken for a picture without being asked to.
  private static final int PICTURES = 0x2600;

  private static final int TONES = 0x1F3FB;
  private static final int LAST_TONE = 0x1F3FF;

  private final List<Emoji> all;
  private final Map<String, Emoji> byText = new HashMap<>();
  private final Map<String, Emoji> byName = new HashMap<>();
  private final Map<String, List<Emoji>> groups = new LinkedHashMap<>();
  private final int longest;

  private EmojiCatalogue(List<Emoji> all) {
    this.all = List.copyOf(all);
    int most = 1;
    for (Emoji emoji : all) {
      String plain = plain(emoji.text());
      byText.putIfAbsent(plain, emoji);
      emoji.names().forEach(name -> byName.putIfAbsent(name, emoji));
      groups.computeIfAbsent(emoji.group(), _ -> new ArrayList<>()).add(emoji);
      most = Math.max(most, plain.codePointCount(0, plain.length()));
    }
    longest = most;
  }

  /// The one that comes with the app.
  public static EmojiCatalogue load() {
    List<Emoji> all = new ArrayList<>();
    try (InputStream in = resource("emoji.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 6) {
          all.add(
              new Emoji(
                  parts[0],
                  Arrays.asList(parts[1].split(",")),
                  parts[2],
                  parts[3],
                  Integer.parseInt(parts[4]),
                  Integer.parseInt(parts[5])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EmojiCatalogue(all);
  }

  static InputStream resource(String name) {
    return Objects.requireNonNull(
        EmojiCatalogue.class.getResourceAsStream("/dev/windowshop/client/emoji/" + name), name);
  }

  public List<Emoji> all() {
    return all;
  }

  /// By group, in the usual order.
  public Map<String, List<Emoji>> groups() {
    return groups;
  }

  /// @param text one emoji; a skin tone shows as the plain one
  public @Nullable Emoji find(String text) {
    return byText.get(plain(text));
  }

  /// @param name without colons
  public @Nullable Emoji named(String name) {
    return byName.get(name.toLowerCase(Locale.ROOT));
  }

  /// Those that are called like it: names that begin with it first, then words that do, then the
  /// rest.
  public List<Emoji> search(String text, int most) {
    String asked = text.strip().toLowerCase(Locale.ROOT);
    if (asked.isEmpty()) {
      return List.of();
    }
    SequencedSet<Emoji> found = new LinkedHashSet<>();
    String name = asked.replace(' ', '_');
    if (byName.containsKey(name)) {
      found.add(byName.get(name));
    }
    all.stream()
        .filter(emoji -> emoji.names().stream().anyMatch(one -> one.startsWith(name)))
        .forEach(found::add);
    all.stream()
        .filter(emoji ->
            Arrays.stream(emoji.words().split("[ _-]")).anyMatch(word -> word.startsWith(asked))
                || emoji.names().stream().anyMatch(one -> one.contains("_" + name)))
        .forEach(found::add);
    all.stream()
        .filter(emoji ->
            emoji.words().contains(asked)
                || emoji.names().stream().anyMatch(one -> one.contains(name)))
        .forEach(found::add);
    return found.stream().limit(most).toList();
  }

  /// Part of a text.
  ///
  /// @param emoji null where it is only text
  public record Piece(String text, @Nullable Emoji emoji) {}

  /// A text as pieces, in order; together they are the text.
  public List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int plainFrom = 0;
    int at = 0;
    while (at < text.length()) {
      int end = emojiEnd(text, at);
      if (end > at) {
        if (at > plainFrom) {
          pieces.add(new Piece(text.substring(plainFrom, at), null));
        }
        String found = text.substring(at, end);
        pieces.add(new Piece(found, byText.get(plain(found))));
        at = end;
        plainFrom = at;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    if (plainFrom < text.length()) {
      pieces.add(new Piece(text.substring(plainFrom), null));
    }
    return pieces;
  }

  /// Where the longest emoji that begins here ends; the beginning itself when none does.
  private int emojiEnd(String text, int from) {
    int first = text.codePointAt(from);
    if (first >= 'A' && first <= 'z' || first == ' ') {
      return from;
    }
    StringBuilder plain = new StringBuilder();
    int end = from;
    int at = from;
    int counted = 0;
    boolean asked = false;
    while (at < text.length() && counted <= longest) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      boolean silent = point == PICTURE || isTone(point) && counted > 0;
      asked |= point == PICTURE;
      if (!silent) {
        plain.appendCodePoint(point);
        counted++;
      }
      boolean wanted = first >= PICTURES || asked || counted > 1;
      if (wanted && byText.containsKey(plain.toString())) {
        end = at;
      }
    }
    return end;
  }

  private static boolean isTone(int point) {
    return point >= TONES && point <= LAST_TONE;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(point -> point != PICTURE && (!isTone(point) || text.length() <= 2))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
