package dev.windowshop.client.shell.look;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes a font whose ordinary digits are its tabular ones. JavaFX cannot switch a font's features
/// on, so the character map is written anew with what the font's `tnum` feature would put in, and
/// the font gets a family name of its own. Reads OpenType as its specification lays it out.
final class FiguresFont {
  private static final int SINGLE = 1;
  private static final int SEGMENTED = 12;
  private static final int WINDOWS = 3;
  private static final int FULL_UNICODE = 10;
  private static final int ENGLISH = 0x409;

  private record Group(int first, int last, int glyph) {}

  private final ByteBuffer font;
  private final Map<String, Integer> entries = new HashMap<>();

  private FiguresFont(byte[] font) {
    this.font = ByteBuffer.wrap(font);
    for (int index = 0; index < u16(4); index++) {
      int entry = 12 + 16 * index;
      byte[] tag = new byte[4];
      this.font.get(entry, tag);
      entries.put(new String(tag, StandardCharsets.US_ASCII), entry);
    }
  }

  /// @throws IndexOutOfBoundsException | IllegalArgumentException when it is not such a font
  static byte[] of(byte[] font, String family) {
    return new FiguresFont(font.clone()).changed(family);
  }

  private byte[] changed(String family) {
    Map<Integer, Integer> tabular = tabular();
    List<Group> groups = new ArrayList<>();
    for (Group group : groups()) {
      for (int code = group.first(); code <= group.last(); code++) {
        int glyph = group.glyph() + code - group.first();
        boolean digit = code >= '0' && code <= '9';
        int shown = digit ? tabular.getOrDefault(glyph, glyph) : glyph;
        Group before = groups.isEmpty() ? null : groups.getLast();
        if (before != null
            && before.last() == code - 1
            && before.glyph() + code - before.first() == shown) {
          groups.set(groups.size() - 1, new Group(before.first(), code, before.glyph()));
        } else {
          groups.add(new Group(code, code, shown));
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] characters = characters(groups);
    byte[] names = names(family);
    int end = (font.capacity() + 3) & ~3;
    place("cmap", end, characters.length);
    place("name", end + characters.length, names.length);
    out.writeBytes(font.array());
    out.writeBytes(new byte[end - font.capacity()]);
    out.writeBytes(characters);
    out.writeBytes(names);
    return out.toByteArray();
  }

  private void place(String table, int offset, int length) {
    int entry = entry(table);
    font.putInt(entry + 8, offset);
    font.putInt(entry + 12, length);
  }

  /// Tabular glyph by ordinary glyph.
  private Map<Integer, Integer> tabular() {
    int table = table("GSUB");
    int features = table + u16(table + 6);
    int lookups = table + u16(table + 8);
    Map<Integer, Integer> found = new HashMap<>();
    for (int index = 0; index < u16(features); index++) {
      int record = features + 2 + 6 * index;
      if (font.getInt(record) == 0x746e756d) { // "tnum"
        int feature = features + u16(record + 4);
        for (int each = 0; each < u16(feature + 2); each++) {
          substitutions(lookups + u16(lookups + 2 + 2 * u16(feature + 4 + 2 * each)), found);
        }
      }
    }
    return found;
  }

  private void substitutions(int lookup, Map<Integer, Integer> found) {
    if (u16(lookup) != SINGLE) {
      return;
    }
    for (int index = 0; index < u16(lookup + 4); index++) {
      int table = lookup + u16(lookup + 6 + 2 * index);
      List<Integer> covered = covered(table + u16(table + 2));
      for (int place = 0; place < covered.size(); place++) {
        int glyph = covered.get(place);
        int shown =
            u16(table) == 1 ? (glyph + u16(table + 4)) & 0xffff : u16(table + 6 + 2 * place);
        found.put(glyph, shown);
      }
    }
  }

  private List<Integer> covered(int coverage) {
    List<Integer> glyphs = new ArrayList<>();
    for (int index = 0; index < u16(coverage + 2); index++) {
      if (u16(coverage) == 1) {
        glyphs.add(u16(coverage + 4 + 2 * index));
      } else {
        int range = coverage + 4 + 6 * index;
        for (int glyph = u16(range); glyph <= u16(range + 2); glyph++) {
          glyphs.add(glyph);
        }
      }
    }
    return glyphs;
  }

  private List<Group> groups() {
    int table = table("cmap");
    for (int index = 0; index < u16(table + 2); index++) {
      int map = table + font.getInt(table + 4 + 8 * index + 4);
      if (u16(map) == SEGMENTED) {
        List<Group> groups = new ArrayList<>();
        for (int each = 0; each < font.getInt(map + 12); each++) {
          int group = map + 16 + 12 * each;
          groups.add(new Group(font.getInt(group), font.getInt(group + 4), font.getInt(group + 8)));
        }
        return groups;
      }
    }
    throw new IllegalArgumentException("no segmented character map");
  }

  private static byte[] characters(List<Group> groups) {
    int length = 16 + 12 * groups.size();
    ByteBuffer table = ByteBuffer.allocate(12 + length);
    table.putShort((short) 0).putShort((short) 1);
    table.putShort((short) WINDOWS).putShort((short) FULL_UNICODE).putInt(12);
    table.putShort((short) SEGMENTED).putShort((short) 0).putInt(length).putInt(0);
    table.putInt(groups.size());
    for (Group group : groups) {
      table.putInt(group.first()).putInt(group.last()).putInt(group.glyph());
    }
    return table.array();
  }

  private static byte[] names(String family) {
    int[] ids = {1, 2, 4, 6};
    String[] texts = {family, "Regular", family, family.replace(" ", "")};
    ByteArrayOutputStream strings = new ByteArrayOutputStream();
    ByteBuffer table = ByteBuffer.allocate(6 + 12 * ids.length);
    table.putShort((short) 0).putShort((short) ids.length).putShort((short) table.capacity());
    for (int index = 0; index < ids.length; index++) {
      byte[] text = texts[index].getBytes(StandardCharsets.UTF_16BE);
      table.putShort((short) WINDOWS).putShort((short) 1).putShort((short) ENGLISH);
      table.putShort((short) ids[index]).putShort((short) text.length);
      table.putShort((short) strings.size());
      strings.writeBytes(text);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(table.array());
    out.writeBytes(strings.toByteArray());
    return out.toByteArray();
  }

  private int table(String name) {
    return font.getInt(entry(name) + 8);
  }

  private int entry(String table) {
    Integer entry = entries.get(table);
    if (entry == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return entry;
  }

  private int u16(int at) {
    return font.getShort(at) & 0xffff;
  }
}
