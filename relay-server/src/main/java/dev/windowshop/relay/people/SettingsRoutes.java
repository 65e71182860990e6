package dev.windowshop.relay.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;

/// `/me/settings` and `/me/preferences`.
final class SettingsRoutes {
  private static final String SETTINGS = Protocol.API + "/me/settings";
  private static final String PREFERENCES = Protocol.API + "/me/preferences";

  private final SettingsService settings;

  SettingsRoutes(SettingsService settings) {
    this.settings = settings;
  }

  void register(HttpApi api) {
    api.get(SETTINGS, Access.USER, request -> Response.ok(settings.get(user(request))));
    api.put(
        SETTINGS,
        Access.USER,
        request -> Response.ok(settings.put(user(request), request.body(JsonNode.class))));
    api.patch(
        SETTINGS,
        Access.USER,
        request -> Response.ok(settings.patch(user(request), request.body(JsonNode.class))));
    api.get(PREFERENCES, Access.USER, request -> Response.ok(settings.preferences(user(request))));
    api.put(
        PREFERENCES,
        Access.USER,
        request ->
            Response.ok(settings.putPreferences(user(request), request.body(Preferences.class))));
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
