package dev.windowshop.relay.recommend;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers ids from 0 in the order of their first appearance. Filled by one thread, then only read.
///
/// All their letters lie in one array: millions of strings would be millions of objects, which the
/// garbage collector looks at again and again, and copies while everybody waits.
final class Ids {
  private byte[] letters = new byte[1 << 14];

  /// Where each id begins; one more than there are.
  private int[] start = new int[1 << 10];

  /// By hash: the hash in the upper half, the number and one in the lower; 0 where there is none.
  private long[] table = new long[1 << 11];

  private int size;

  int add(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    int hash = hash(bytes);
    int slot = slot(hash, bytes);
    if (table[slot] != 0) {
      return (int) table[slot] - 1;
    }
    if (size + 1 == start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
    }
    int end = Math.addExact(start[size], bytes.length);
    if (end > letters.length) {
      letters = Arrays.copyOf(letters, (int) Math.min(Integer.MAX_VALUE - 8, 2L * end));
    }
    System.arraycopy(bytes, 0, letters, start[size], bytes.length);
    start[size + 1] = end;
    table[slot] = ((long) hash << 32) | (size + 1);
    size++;
    if (2 * size > table.length) {
      rehash();
    }
    return size - 1;
  }

  /// The number, or `Names.NONE`.
  int of(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return (int) table[slot(hash(bytes), bytes)] - 1;
  }

  /// Where the id is, or would be.
  private int slot(int hash, byte[] bytes) {
    int mask = table.length - 1;
    int slot = hash & mask;
    for (long entry = table[slot]; entry != 0; entry = table[slot]) {
      if ((int) (entry >>> 32) == hash && same((int) entry - 1, bytes)) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean same(int number, byte[] bytes) {
    return Arrays.equals(letters, start[number], start[number + 1], bytes, 0, bytes.length);
  }

  private static int hash(byte[] bytes) {
    int mixed = Arrays.hashCode(bytes) * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void rehash() {
    long[] old = table;
    table = new long[2 * old.length];
    int mask = table.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int slot = (int) (entry >>> 32) & mask;
        while (table[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        table[slot] = entry;
      }
    }
  }

  String name(int number) {
    if (number >= size) {
      throw new IndexOutOfBoundsException(number);
    }
    return new String(
        letters, start[number], start[number + 1] - start[number], StandardCharsets.UTF_8);
  }

  int size() {
    return size;
  }

  void trim() {
    letters = Arrays.copyOf(letters, start[size]);
    start = Arrays.copyOf(start, size + 1);
  }

  long bytes() {
    return letters.length + 4L * start.length + 8L * table.length;
  }
}
