package dev.windowshop.protocol;

import java.util.Map;

/// `GET /health`.
///
/// @param status `ok` or `failing`
/// @param protocolVersion [Protocol#VERSION] of the relay
/// @param features what is on: chat, calls, recommendations, payments, oidc, turn, demo
/// @param checks `ok` or what is wrong: sockets, database, …
public record Health(
    String status,
    String version,
    int protocolVersion,
    Map<String, Boolean> features,
    Map<String, String> checks) {}
