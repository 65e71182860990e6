package dev.windowshop.client.media.x11;

import java.io.IOException;

/// The server's answer is an error: what was asked about is gone, or not as it was.
public final class XRefused extends IOException {
  private static final long serialVersionUID = 1L;

  XRefused(int code, int request, int detail) {
    super("X error " + code + " of request " + request + "/" + detail);
  }
}
