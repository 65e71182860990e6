package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a client may say beside the content, by the message's type. Fields that the schema does not
/// know are left out, those that it knows have its shape.
final class MessageMetadata {
  /// The story that a message answers.
  static final String STORY = "story";

  /// The offer whose card a message is.
  static final String OFFER_ID = "offerId";

  /// Whom a message names.
  static final String MENTIONS = "mentions";

  /// What the page behind a link says.
  static final String PREVIEW = "preview";

  /// Of a preview: whether the message's one attachment is the page's picture.
  static final String PICTURE = "picture";

  private static final int MOST_MENTIONS = 50;
  private static final int WAVEFORM = 512;
  private static final int MOST_OPTIONS = 12;
  private static final Duration LONGEST_POLL = Duration.ofDays(366);

  private MessageMetadata() {}

  static @Nullable JsonNode of(Message.Type type, @Nullable JsonNode sent) {
    if (sent != null && !sent.isNull() && !sent.isObject()) {
      throw ProblemException.invalid("metadata", "is not an object");
    }
    ObjectNode metadata = Json.mapper().createObjectNode();
    JsonNode given = sent == null || sent.isNull() ? metadata : sent;
    switch (type) {
      case TEXT, IMAGE, VIDEO, FILE -> said(given, metadata);
      case VOICE -> {
        said(given, metadata);
        waveform(given, metadata);
      }
      case PRODUCT -> {
        metadata.put("productId", id(given, "productId"));
        if (given.hasNonNull("variantId")) {
          metadata.put("variantId", id(given, "variantId"));
        }
      }
      case ORDER -> metadata.put("orderId", id(given, "orderId"));
      case POLL -> poll(given, metadata);
      case OFFER -> offer(given, metadata);
      case SYSTEM, CALL, UNKNOWN -> {}
    }
    return metadata.isEmpty() ? null : metadata;
  }

  private static void said(JsonNode given, ObjectNode metadata) {
    if (given.hasNonNull(MENTIONS)) {
      Set<String> mentions = new LinkedHashSet<>();
      for (JsonNode mention : list(given, MENTIONS, 0, MOST_MENTIONS)) {
        if (!mention.isTextual() || !Ids.isId(mention.textValue())) {
          throw ProblemException.invalid("metadata.mentions", "holds something that is no id");
        }
        mentions.add(mention.textValue());
      }
      mentions.forEach(metadata.putArray(MENTIONS)::add);
    }
    if (given.path("forwarded").asBoolean(false)) {
      metadata.put("forwarded", true);
    }
    if (given.hasNonNull(STORY)) {
      JsonNode id = given.path(STORY).path("id");
      if (!id.isTextual() || !Ids.isId(id.textValue())) {
        throw ProblemException.invalid("metadata.story.id", "is missing or not an id");
      }
      metadata.putObject(STORY).put("id", id.textValue());
    }
    JsonNode preview = given.get(PREVIEW);
    if (preview != null && !preview.isNull()) {
      if (!preview.isObject()) {
        throw ProblemException.invalid("metadata.preview", "is not an object");
      }
      ObjectNode kept = metadata.putObject(PREVIEW);
      String url = text(preview, "metadata.preview.url", "url", 2000);
      if (!url.matches("(?i)https?://.+")) {
        throw ProblemException.invalid("metadata.preview.url", "is no web address");
      }
      kept.put("url", url);
      for (String field : List.of("title", "description", "siteName")) {
        if (preview.hasNonNull(field)) {
          kept.put(field, text(preview, "metadata.preview." + field, field, 500));
        }
      }
      if (preview.path(PICTURE).asBoolean(false)) {
        kept.put(PICTURE, true);
      }
    }
  }

  private static void waveform(JsonNode given, ObjectNode metadata) {
    if (given.hasNonNull("waveform")) {
      ArrayNode waveform = metadata.putArray("waveform");
      for (JsonNode level : list(given, "waveform", 0, WAVEFORM)) {
        if (!level.isInt() || level.intValue() < 0 || level.intValue() > 255) {
          throw ProblemException.invalid("metadata.waveform", "holds more than numbers to 255");
        }
        waveform.add(level.intValue());
      }
    }
  }

  private static void poll(JsonNode given, ObjectNode metadata) {
    metadata.put("question", text(given, "metadata.question", "question", 300));
    Set<String> options = new LinkedHashSet<>();
    for (JsonNode option : list(given, "options", 2, MOST_OPTIONS)) {
      if (!option.isTextual()) {
        throw ProblemException.invalid("metadata.options", "holds something that is no text");
      }
      String text = Field.text("metadata.options", option.textValue(), 100);
      if (!options.add(text)) {
        throw ProblemException.invalid("metadata.options", "holds one twice");
      }
    }
    options.forEach(metadata.putArray("options")::add);
    metadata.put("multiple", given.path("multiple").asBoolean(false));
    if (given.hasNonNull("closesAt")) {
      metadata.put("closesAt", closesAt(given.get("closesAt")).toString());
    }
  }

  /// What its seller asks for; what becomes of it is not theirs to say.
  private static void offer(JsonNode given, ObjectNode metadata) {
    try {
      JsonNode asked = Json.tree(Json.decode(given, Offer.Make.class));
      asked.properties().forEach(field -> metadata.set(field.getKey(), field.getValue()));
    } catch (ProblemException e) {
      throw ProblemException.invalid("metadata", "is no offer: " + e.problem().detail());
    }
  }

  private static Instant closesAt(JsonNode given) {
    try {
      Instant at = Instant.parse(given.asText()).truncatedTo(ChronoUnit.MILLIS);
      Instant now = Instant.now();
      if (at.isAfter(now) && at.isBefore(now.plus(LONGEST_POLL))) {
        return at;
      }
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("metadata.closesAt", "is no instant");
    }
    throw ProblemException.invalid(
        "metadata.closesAt", "is not within the next " + LONGEST_POLL.toDays() + " days");
  }

  private static String id(JsonNode given, String field) {
    JsonNode value = given.get(field);
    if (value == null || !value.isTextual() || !Ids.isId(value.textValue())) {
      throw ProblemException.invalid("metadata." + field, "is missing or not an id");
    }
    return value.textValue();
  }

  private static String text(JsonNode given, String path, String field, int longest) {
    JsonNode value = given.get(field);
    if (value == null || !value.isTextual()) {
      throw ProblemException.invalid(path, "is missing or not text");
    }
    return Field.text(path, value.textValue(), longest);
  }

  private static JsonNode list(JsonNode given, String field, int least, int most) {
    JsonNode list = given.path(field);
    if (!list.isArray() || list.size() < least || list.size() > most) {
      throw ProblemException.invalid(
          "metadata." + field, "is not a list of " + least + " to " + most);
    }
    return list;
  }
}
