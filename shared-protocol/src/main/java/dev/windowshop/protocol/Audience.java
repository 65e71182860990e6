package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Whom somebody lets do a thing.
public enum Audience {
  @JsonProperty("everyone")
  EVERYONE,
  /// Those in one's own list of contacts.
  @JsonProperty("contacts")
  CONTACTS,
  @JsonProperty("nobody")
  NOBODY,
  /// Everyone, but "ask me first": for being added to groups only.
  @JsonProperty("ask")
  ASK,
  @JsonEnumDefaultValue
  @JsonProperty("unknown")
  UNKNOWN
}
