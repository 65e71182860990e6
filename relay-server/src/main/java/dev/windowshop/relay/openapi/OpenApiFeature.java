package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/openapi.json`, `/asyncapi.json` and `/docs`, each made once, when first asked for: a start
/// needs none of them. Any thread.
public final class OpenApiFeature {
  private final HttpApi api;
  private final String version;
  private volatile @Nullable ObjectNode openApi;
  private volatile @Nullable ObjectNode asyncApi;
  private volatile byte @Nullable [] docs;

  public OpenApiFeature(HttpApi api, String version) {
    this.api = api;
    this.version = version;
  }

  public void routes() {
    api.get("/openapi.json", Access.PUBLIC, this::openApi);
    api.get("/asyncapi.json", Access.PUBLIC, this::asyncApi);
    api.get("/docs", Access.PUBLIC, this::page);
  }

  ObjectNode openApi() {
    ObjectNode made = openApi;
    if (made == null) {
      made = OpenApiDocument.of(api.routes(), version);
      openApi = made;
    }
    return made;
  }

  ObjectNode asyncApi() {
    ObjectNode made = asyncApi;
    if (made == null) {
      made = AsyncApiDocument.of(version);
      asyncApi = made;
    }
    return made;
  }

  private Response openApi(Request request) {
    return document(openApi(), request);
  }

  private Response asyncApi(Request request) {
    return document(asyncApi(), request);
  }

  private Response page(Request request) {
    byte[] made = docs;
    if (made == null) {
      made = DocsPage.of(openApi()).getBytes(StandardCharsets.UTF_8);
      docs = made;
    }
    return new Response(
            200,
            made,
            Map.of(
                "Content-Type",
                "text/html; charset=utf-8",
                "Content-Security-Policy",
                DocsPage.policy()))
        .revalidated(request);
  }

  private static Response document(ObjectNode document, Request request) {
    return new Response(200, Json.encodeBytes(document), Map.of()).revalidated(request);
  }
}
