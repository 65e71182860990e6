package dev.windowshop.relay.http;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes answers. Any thread.
final class Answers {
  /// Below this, compressing costs more than it saves.
  private static final int WORTH_COMPRESSING = 1400;

  private final Executor executor;

  /// @param executor removes files that were sent
  Answers(Executor executor) {
    this.executor = executor;
  }

  /// @param personal whether it was made for somebody: then nobody keeps it, unless it says so
  void answer(RoutingContext context, Response response, boolean personal) {
    HttpServerResponse http = context.response();
    http.setStatusCode(response.status());
    response.headers().forEach(http::putHeader);
    if (personal && !response.headers().containsKey("Cache-Control")) {
      http.putHeader("Cache-Control", "no-store");
    }
    switch (response.body()) {
      case null -> http.end();
      case Path file when isHead(context) -> headOf(http, file);
      case TemporaryFile(Path file) when isHead(context) -> {
        headOf(http, file);
        executor.execute(() -> file.toFile().delete());
      }
      case byte[] bytes -> end(context, bytes, response);
      case Path file -> http.sendFile(file.toString());
      case FilePart part when isHead(context) ->
          http.putHeader("Content-Length", Long.toString(part.length())).end();
      case FilePart part -> http.sendFile(part.file().toString(), part.offset(), part.length());
      case TemporaryFile(Path file) ->
          http.sendFile(file.toString())
              .onComplete(sent -> executor.execute(() -> file.toFile().delete()));
      case Object value -> {
        if (!http.headers().contains("Content-Type")) {
          http.putHeader("Content-Type", "application/json");
        }
        end(context, Json.encodeBytes(value), response);
      }
    }
  }

  private static boolean isHead(RoutingContext context) {
    return context.request().method().equals(HttpMethod.HEAD);
  }

  private static void headOf(HttpServerResponse http, Path file) {
    http.putHeader("Content-Length", Long.toString(file.toFile().length())).end();
  }

  private static void end(RoutingContext context, byte[] bytes, Response response) {
    HttpServerResponse http = context.response();
    if (isHead(context)) {
      http.putHeader("Content-Length", Integer.toString(bytes.length)).end();
      return;
    }
    if (!isCompressible(response, http, bytes)) {
      http.end(Buffer.buffer(bytes));
      return;
    }
    http.headers().add("Vary", "Accept-Encoding");
    String accepted = context.request().getHeader("Accept-Encoding");
    if (accepted == null || !accepted.contains("gzip")) {
      http.end(Buffer.buffer(bytes));
      return;
    }
    String tag = http.headers().get("ETag");
    if (tag != null && tag.startsWith("\"")) {
      // The same content in other bytes.
      http.putHeader("ETag", "W/" + tag);
    }
    http.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(gzip(bytes)));
  }

  /// Whole JSON and text only: pictures are compressed already, a part of a file is not the file,
  /// and what holds a secret must not show it by its length.
  private static boolean isCompressible(Response response, HttpServerResponse http, byte[] bytes) {
    String type = http.headers().get("Content-Type");
    return response.status() == 200
        && bytes.length >= WORTH_COMPRESSING
        && type != null
        && (type.contains("json") || type.startsWith("text/"))
        && !http.headers().contains("Content-Encoding")
        && !http.headers().contains("Content-Range")
        && !"no-store".equals(response.headers().get("Cache-Control"));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream gzip = new Fast(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static void problem(HttpServerResponse http, Problem problem) {
    if (http.headWritten() || http.ended()) {
      return;
    }
    http.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
    http.putHeader("Cache-Control", "no-store");
    if (problem.retryAfter() != null) {
      http.putHeader("Retry-After", problem.retryAfter().toString());
    }
    if (problem.status() == 401) {
      http.putHeader("WWW-Authenticate", "Bearer");
    }
    http.end(Buffer.buffer(Json.encodeBytes(problem)));
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
