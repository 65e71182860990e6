package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Upload;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.ByteRange;
import dev.windowshop.relay.http.ContentDisposition;
import dev.windowshop.relay.http.FilePart;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Multipart;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// REST of attachments: uploads in one go and in pieces, and downloads with ranges.
final class AttachmentRoutes {
  private static final String ALL = AttachmentRow.ROOT;
  private static final String ONE = ALL + "/:attachment";
  private static final String UPLOADS = ALL + "/uploads";
  private static final String UPLOAD = UPLOADS + "/:upload";
  private static final String OFFSET = "Upload-Offset";

  private final UploadService uploads;
  private final PosterService posters;
  private final AttachmentService attachments;

  AttachmentRoutes(UploadService uploads, PosterService posters, AttachmentService attachments) {
    this.uploads = uploads;
    this.posters = posters;
    this.attachments = attachments;
  }

  void register(HttpApi api) {
    api.postStream(ALL, Access.USER, this::upload);
    api.post(UPLOADS, Access.USER, this::begin);
    api.get(UPLOAD, Access.USER, this::state);
    api.head(UPLOAD, Access.USER, this::state);
    api.patchStream(UPLOAD, Access.USER, this::append);
    api.delete(UPLOAD, Access.USER, this::cancel);
    api.get(ONE, Access.USER, this::content);
    api.head(ONE, Access.USER, this::content);
    api.get(ONE + "/thumb", Access.USER, this::thumb);
    api.putStream(ONE + "/thumb", Access.USER, this::poster);
    api.get(
        ONE + "/info",
        Access.USER,
        request -> Response.ok(attachments.describe(user(request), request.pathId("attachment"))));
  }

  /// The file may stand before or after the fields that describe it.
  private Response upload(Request request) {
    request.count(Limit.UPLOADS);
    Multipart form = new Multipart(request);
    String received = null;
    Map<String, String> fields = new HashMap<>();
    try {
      Multipart.Part part;
      while ((part = form.next()) != null) {
        if (part.fileName() == null && !part.name().equals("file")) {
          fields.put(part.name(), part.text());
        } else if (received != null) {
          throw new ProblemException(ProblemType.BAD_REQUEST, "One file is taken at a time.");
        } else {
          fields.putIfAbsent("name", part.fileName() == null ? "" : part.fileName());
          received = uploads.receive(user(request), part.content(), announced(request));
        }
      }
      if (received == null) {
        throw ProblemException.invalid("file", "is missing");
      }
      Attachment made =
          uploads.finish(
              user(request),
              received,
              fields.get("name"),
              fields.get("kind"),
              fields.get("sha256"));
      return Response.created(made).withHeader("Location", ALL + "/" + made.id());
    } catch (IOException e) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "The upload did not arrive whole.");
    } finally {
      if (received != null) {
        uploads.drop(received);
      }
    }
  }

  private static long announced(Request request) {
    String length = request.header("Content-Length");
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
  }

  private Response begin(Request request) {
    request.count(Limit.UPLOADS);
    Upload upload = uploads.begin(user(request), request.body(Upload.Create.class));
    return described(Response.created(upload), upload)
        .withHeader("Location", UPLOADS + "/" + upload.id());
  }

  private Response state(Request request) {
    Upload upload = uploads.state(user(request), request.pathId("upload"));
    return request.method().equals("HEAD")
        ? described(new Response(200, null, Map.of()), upload)
        : described(Response.ok(upload), upload);
  }

  private Response append(Request request) {
    String text = request.header(OFFSET);
    if (text == null || !text.matches("\\d{1,18}")) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, OFFSET + " must say where this piece begins.");
    }
    String id = request.pathId("upload");
    Upload upload;
    try {
      upload = uploads.append(user(request), id, Long.parseLong(text), request.bodyStream());
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      return described(problem(e.problem()), uploads.state(user(request), id));
    }
    return upload.attachment() == null
        ? described(Response.ok(upload), upload)
        : described(Response.created(upload), upload)
            .withHeader("Location", ALL + "/" + upload.id());
  }

  private static Response problem(Problem problem) {
    return new Response(problem.status(), problem, Map.of("Content-Type", Problem.MEDIA_TYPE));
  }

  private static Response described(Response response, Upload upload) {
    return response
        .withHeader(OFFSET, Long.toString(upload.offset()))
        .withHeader("Upload-Length", Long.toString(upload.size()))
        .withHeader("Cache-Control", "no-store");
  }

  private Response cancel(Request request) {
    uploads.cancel(user(request), request.pathId("upload"));
    return Response.noContent();
  }

  private Response content(Request request) {
    return answer(request, attachments.content(user(request), request.pathId("attachment")));
  }

  private Response thumb(Request request) {
    return answer(request, attachments.thumb(user(request), request.pathId("attachment")));
  }

  private Response poster(Request request) {
    request.count(Limit.UPLOADS);
    return Response.ok(
        posters.put(user(request), request.pathId("attachment"), request.bodyStream()));
  }

  private static Response answer(Request request, AttachmentService.Content content) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ETag", content.tag());
    // Asked for again each time, since access ends with membership.
    headers.put("Cache-Control", "private, no-cache");
    headers.put("Accept-Ranges", "bytes");
    headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
    if (isKnown(request.header("If-None-Match"), content.tag())) {
      return new Response(304, null, Map.copyOf(headers));
    }
    ByteRange range =
        ByteRange.of(
            request.header("Range"), request.header("If-Range"), content.tag(), content.size());
    return switch (range) {
      case ByteRange.Unsatisfiable() -> {
        headers.put("Content-Range", "bytes */" + content.size());
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        Problem problem =
            Problem.of(
                ProblemType.RANGE_NOT_SATISFIABLE, "The content has " + content.size() + " bytes.");
        yield new Response(416, problem, Map.copyOf(headers));
      }
      case ByteRange.Whole() -> part(200, headers, content, 0, content.size());
      case ByteRange.Part(long first, long last) -> {
        headers.put("Content-Range", "bytes " + first + "-" + last + "/" + content.size());
        yield part(206, headers, content, first, last - first + 1);
      }
    };
  }

  private static Response part(
      int status,
      Map<String, String> headers,
      AttachmentService.Content content,
      long offset,
      long length) {
    String mime = content.mime();
    headers.put("Content-Type", mime.equals("text/plain") ? mime + "; charset=utf-8" : mime);
    headers.put("Content-Disposition", ContentDisposition.of(content.inline(), content.name()));
    return new Response(status, new FilePart(content.file(), offset, length), Map.copyOf(headers));
  }

  private static boolean isKnown(@Nullable String header, String tag) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
  }

  private static String user(Request request) {
    return request.principal().userId();
  }
}
