package dev.windowshop.protocol;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `1.2.3`, or `1.2.3-word` for what comes before it. In order of age; words count by their text.
///
/// @param pre empty for a finished version
public record ReleaseVersion(int major, int minor, int patch, String pre)
    implements Comparable<ReleaseVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-([0-9A-Za-z.]{1,32}))?");
  private static final Comparator<ReleaseVersion> AGE =
      Comparator.comparingInt(ReleaseVersion::major)
          .thenComparingInt(ReleaseVersion::minor)
          .thenComparingInt(ReleaseVersion::patch)
          .thenComparing(version -> version.pre().isEmpty())
          .thenComparing(ReleaseVersion::pre);

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /// @throws IllegalArgumentException when it is none
  public static ReleaseVersion of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no version like 1.2.3");
    }
    return new ReleaseVersion(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        form.group(4) == null ? "" : form.group(4));
  }

  public boolean isNewerThan(ReleaseVersion other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    return AGE.compare(this, other);
  }
}
