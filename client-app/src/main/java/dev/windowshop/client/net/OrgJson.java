package dev.windowshop.client.net;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.jspecify.annotations.Nullable;

/// The one place where the socket library's org.json becomes Jackson and back.
final class OrgJson {
  private OrgJson() {}

  /// @param value what the library hands out: org.json values, strings, numbers, null
  static JsonNode toJackson(@Nullable Object value) {
    JSONArray wrapped = new JSONArray().put(value == null ? JSONObject.NULL : value);
    return Json.decode(wrapped.toString(), JsonNode.class).path(0);
  }

  static Object toOrg(Object record) {
    try {
      return new JSONTokener(Json.encode(record)).nextValue();
    } catch (JSONException e) {
      throw new IllegalArgumentException("not sendable: " + record.getClass(), e);
    }
  }
}
