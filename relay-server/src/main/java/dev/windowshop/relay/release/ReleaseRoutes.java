package dev.windowshop.relay.release;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Release;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.ByteRange;
import dev.windowshop.relay.http.ContentDisposition;
import dev.windowshop.relay.http.FilePart;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.util.HashMap;
import java.util.Map;

/// REST of releases: what is current, and its file. For everybody, also signed out.
public final class ReleaseRoutes {
  private static final String ALL = Protocol.API + "/releases";

  private final ReleaseShelf shelf;

  public ReleaseRoutes(ReleaseShelf shelf) {
    this.shelf = shelf;
  }

  public void register(HttpApi api) {
    api.get(ALL + "/current", Access.PUBLIC, this::current);
    api.get(ALL + "/:sha256/file", Access.PUBLIC, this::file);
  }

  private Response current(Request request) {
    Release release =
        shelf
            .current(needed(request, "system"), needed(request, "arch"), needed(request, "kind"))
            .orElseThrow(() -> ProblemException.notFound("release"));
    return Response.ok(release).revalidated(request);
  }

  private static String needed(Request request, String name) {
    String value = request.query(name);
    if (value == null) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "Say which " + name + ".");
    }
    return value;
  }

  private Response file(Request request) {
    Release release =
        shelf
            .bySha256(request.path("sha256"))
            .orElseThrow(() -> ProblemException.notFound("release"));
    String tag = "\"" + release.sha256() + "\"";
    Map<String, String> headers = new HashMap<>();
    headers.put("ETag", tag);
    headers.put("Cache-Control", "public, max-age=31536000, immutable");
    headers.put("Accept-Ranges", "bytes");
    ByteRange range =
        ByteRange.of(request.header("Range"), request.header("If-Range"), tag, release.size());
    return switch (range) {
      case ByteRange.Unsatisfiable() -> {
        headers.put("Content-Range", "bytes */" + release.size());
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        yield new Response(
            416,
            Problem.of(
                ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + release.size() + " bytes."),
            Map.copyOf(headers));
      }
      case ByteRange.Whole() -> part(200, headers, release, 0, release.size());
      case ByteRange.Part(long first, long last) -> {
        headers.put("Content-Range", "bytes " + first + "-" + last + "/" + release.size());
        yield part(206, headers, release, first, last - first + 1);
      }
    };
  }

  private Response part(
      int status, Map<String, String> headers, Release release, long offset, long length) {
    headers.put("Content-Type", "application/octet-stream");
    headers.put("Content-Disposition", ContentDisposition.of(false, release.fileName()));
    return new Response(
        status, new FilePart(shelf.file(release), offset, length), Map.copyOf(headers));
  }
}
