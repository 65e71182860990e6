package dev.windowshop.relay.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.WellFormedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opaque places in lists: a few texts, in base64url.
public final class Cursor {
  private Cursor() {}

  public static String of(String... parts) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.encodeBytes(parts));
  }

  /// @return the texts that it was made of; null when there is no cursor
  /// @throws ProblemException 400 when it was not made with so many
  public static @Nullable List<String> parse(@Nullable String cursor, int parts) {
    if (cursor == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      JsonNode tree = Json.decode(new String(bytes, StandardCharsets.UTF_8), JsonNode.class);
      if (tree.isArray() && tree.size() == parts) {
        List<String> texts = new ArrayList<>();
        tree.forEach(node -> {
          if (node.isTextual()) {
            texts.add(node.textValue());
          }
        });
        if (texts.size() == parts && texts.stream().allMatch(WellFormedText::isWellFormed)) {
          return texts;
        }
      }
    } catch (IllegalArgumentException | ProblemException e) {
      throw bad();
    }
    throw bad();
  }

  /// @throws ProblemException 400 when it is no id
  public static String id(String part) {
    if (!Ids.isId(part)) {
      throw bad();
    }
    return part;
  }

  /// @throws ProblemException always: 400
  public static ProblemException bad() {
    return new ProblemException(
        ProblemType.BAD_REQUEST, "The cursor is not one of this list. Start again without it.");
  }
}
