package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.client.preview.LinkPreview;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Previews of links in messages, to the wire and from it. Pure.
final class Previews {
  private Previews() {}

  /// @param pictured whether the message's one file is the page's picture
  static void write(LinkPreview preview, boolean pictured, ObjectNode metadata) {
    ObjectNode kept = metadata.putObject("preview").put("url", preview.url());
    kept.put("title", preview.title());
    if (preview.description() != null) {
      kept.put("description", preview.description());
    }
    if (preview.siteName() != null) {
      kept.put("siteName", preview.siteName());
    }
    if (pictured) {
      kept.put("picture", true);
    }
  }

  /// What is shown of it: nothing of a link that the words do not have, so that no card claims to
  /// be of another page than the one that was written.
  static Line.@Nullable Preview of(
      @Nullable JsonNode metadata, String text, List<Line.Media> media) {
    JsonNode preview = metadata == null ? null : metadata.get("preview");
    if (preview == null || !preview.isObject()) {
      return null;
    }
    String url = preview.path("url").asText();
    String title = preview.path("title").asText();
    String host = host(url);
    if (host == null || title.isEmpty() || !url.equals(MessageMarkup.firstWebLink(text))) {
      return null;
    }
    return new Line.Preview(
        url,
        host,
        title,
        preview.path("description").asText(),
        isPictured(metadata, media) ? media.getFirst() : null);
  }

  /// Whether the one file is the picture of the page, and no picture of its own.
  static boolean isPictured(@Nullable JsonNode metadata, List<Line.Media> media) {
    return metadata != null
        && metadata.path("preview").path("picture").asBoolean()
        && media.size() == 1
        && media.getFirst().kind() == FileKind.IMAGE;
  }

  private static @Nullable String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
