package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether somebody is there.
public enum PresenceStatus {
  @JsonProperty("online")
  ONLINE,
  @JsonProperty("away")
  AWAY,
  @JsonProperty("busy")
  BUSY,
  @JsonProperty("offline")
  OFFLINE,
  @JsonEnumDefaultValue
  @JsonProperty("unknown")
  UNKNOWN
}
