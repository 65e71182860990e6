package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Two people, a shopper and a shop, or a group.
public enum ConversationKind {
  @JsonProperty("direct")
  DIRECT,
  @JsonProperty("listing")
  LISTING,
  @JsonProperty("group")
  GROUP,
  @JsonEnumDefaultValue
  @JsonProperty("unknown")
  UNKNOWN
}
