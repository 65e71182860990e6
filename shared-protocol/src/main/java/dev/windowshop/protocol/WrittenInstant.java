package dev.windowshop.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/// An instant as ISO 8601 writes it, with any offset. A number is none: whether seconds or
/// milliseconds were meant it doesn't say, and what is far in the past is at once.
final class WrittenInstant extends StdDeserializer<Instant> {
  private static final long serialVersionUID = 1L;

  WrittenInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new WellFormedText.Refused(parser, "must be a time as ISO 8601 writes it");
    }
    try {
      return DateTimeFormatter.ISO_INSTANT.parse(parser.getText().strip(), Instant::from);
    } catch (DateTimeParseException e) {
      throw new WellFormedText.Refused(parser, "must be a time as ISO 8601 writes it");
    }
  }
}
