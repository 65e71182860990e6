package dev.windowshop.relay.store;

import java.util.regex.Pattern;

/// Paths of pictures that an import fetched: by the hash of what was fetched, so that they never
/// change either.
public final class FetchedPictures {
  private static final Pattern PATH =
      Pattern.compile("/media/fetched/[0-9a-f]{40}-(?:1600|800|400)\\.jpg");

  private FetchedPictures() {}

  static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  public static String path(String hash, int size) {
    return Picture.ROOT + "fetched/" + hash + "-" + size + ".jpg";
  }
}
