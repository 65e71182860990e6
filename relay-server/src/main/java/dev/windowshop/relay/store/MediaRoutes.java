package dev.windowshop.relay.store;

import dev.windowshop.relay.demo.picture.Pictures;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;

/// Pictures, for everybody and for ever.
final class MediaRoutes {
  private final MediaService media;

  MediaRoutes(MediaService media) {
    this.media = media;
  }

  void register(HttpApi api) {
    api.get(Picture.ROOT + "*", Access.PUBLIC, this::picture);
  }

  private Response picture(Request request) {
    return Response.immutable(media.bytes(request.path()), Pictures.MIME);
  }
}
