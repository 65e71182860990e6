package dev.windowshop.client.media.x11;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes pictures of one screen or one window, the pointer in them. A window is seen whole, also
/// where others cover it. For one thread, but [#close] may be called from any.
public final class XGrab implements AutoCloseable {
  /// @param bgra rows from the top, four bytes a pixel; the next picture overwrites it
  public record Shot(int width, int height, ByteBuffer bgra) {}

  private static final int GET_IMAGE = 73;
  private static final int Z_PIXMAP = 2;
  private static final int TRANSLATE = 40;
  private static final int COMPOSITE_REDIRECT = 1;
  private static final int COMPOSITE_AUTOMATIC = 0;
  private static final int FIXES_CURSOR = 4;

  /// Of a picture in memory, four screens of the largest sort.
  private static final long MOST_BYTES = 4L * 7680 * 4320;

  private final XDesktop desktop;
  private final XConnection server;
  private final boolean isWindow;
  private final long id;
  private final int fixes;
  private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
  private XDesktop.@Nullable Screen screen;

  /// @param id of [XDesktop.Window], or which one of [XDesktop#screens]
  public static XGrab open(Map<String, String> environment, boolean isWindow, long id)
      throws IOException {
    XDesktop desktop = XDesktop.open(environment);
    try {
      return new XGrab(desktop, isWindow, id);
    } catch (IOException | RuntimeException e) {
      desktop.close();
      throw e;
    }
  }

  private XGrab(XDesktop desktop, boolean isWindow, long id) throws IOException {
    this.desktop = desktop;
    this.isWindow = isWindow;
    this.id = id;
    server = desktop.server();
    fixes = server.extension("XFIXES");
    if (fixes != 0) {
      server.ask(fixes, 0, XConnection.body(8).putInt(4).putInt(0));
    }
    int composite = isWindow ? server.extension("Composite") : 0;
    if (composite != 0) {
      // Gives it a picture of its own, as long as this connection lives.
      server.ask(composite, 0, XConnection.body(8).putInt(0).putInt(3));
      server.tell(
          composite,
          COMPOSITE_REDIRECT,
          XConnection.body(8).putInt((int) id).putInt(COMPOSITE_AUTOMATIC));
    }
  }

  /// Null while it can't be seen: a window is minimised or changes its size just now.
  ///
  /// @throws XRefused when it is gone
  public @Nullable Shot take() throws IOException {
    return isWindow ? ofWindow() : ofScreen();
  }

  private @Nullable Shot ofWindow() throws IOException {
    ByteBuffer geometry = desktop.geometry((int) id);
    if (!desktop.isViewable((int) id)) {
      return null;
    }
    int width = geometry.getShort(16) & 0xffff;
    int height = geometry.getShort(18) & 0xffff;
    try {
      Shot shot = image((int) id, 0, 0, width, height);
      ByteBuffer origin =
          server.ask(
              TRANSLATE, 0, XConnection.body(12).putInt((int) id).putInt(server.root()).putInt(0));
      drawPointer(shot, origin.getShort(12), origin.getShort(14));
      return shot;
    } catch (XRefused e) {
      // The next look tells whether it is gone.
      return null;
    }
  }

  /// Another resolution is noticed when the old one does not fit any longer.
  private @Nullable Shot ofScreen() throws IOException {
    XDesktop.Screen now = screen;
    if (now == null) {
      now = desktop.screen(id);
      if (now == null) {
        throw new XRefused(0, 0, 0);
      }
      screen = now;
    }
    try {
      Shot shot = image(server.root(), now.x(), now.y(), now.width(), now.height());
      drawPointer(shot, now.x(), now.y());
      return shot;
    } catch (XRefused e) {
      screen = null;
      return null;
    }
  }

  private Shot image(int drawable, int x, int y, int width, int height) throws IOException {
    long bytes = 4L * width * height;
    if (bytes > MOST_BYTES) {
      throw new IOException("too large: " + width + "x" + height);
    }
    if (pixels.capacity() < bytes) {
      pixels = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    server.ask(
        GET_IMAGE,
        Z_PIXMAP,
        XConnection.body(16)
            .putInt(drawable)
            .putShort((short) x)
            .putShort((short) y)
            .putShort((short) width)
            .putShort((short) height)
            .putInt(-1),
        pixels);
    if (pixels.limit() != bytes) {
      throw new IOException("pictures of that depth are not understood");
    }
    return new Shot(width, height, pixels);
  }

  /// @param left where the picture begins on the root window
  private void drawPointer(Shot shot, int left, int top) throws IOException {
    if (fixes == 0) {
      return;
    }
    ByteBuffer pointer = server.ask(fixes, FIXES_CURSOR, XConnection.body(0));
    int width = pointer.getShort(12) & 0xffff;
    int height = pointer.getShort(14) & 0xffff;
    int x = pointer.getShort(8) - pointer.getShort(16) - left;
    int y = pointer.getShort(10) - pointer.getShort(18) - top;
    for (int row = Math.max(0, -y); row < Math.min(height, shot.height() - y); row++) {
      for (int column = Math.max(0, -x); column < Math.min(width, shot.width() - x); column++) {
        int over = pointer.getInt(32 + 4 * (row * width + column));
        int at = 4 * ((y + row) * shot.width() + x + column);
        shot.bgra().putInt(at, over(over, shot.bgra().getInt(at)));
      }
    }
  }

  /// The upper colour is multiplied with how much it covers already.
  private static int over(int upper, int lower) {
    int through = 255 - (upper >>> 24);
    int mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int part = (upper >>> shift & 0xff) + (lower >>> shift & 0xff) * through / 255;
      mixed |= Math.min(255, part) << shift;
    }
    return mixed | 0xff000000;
  }

  @Override
  public void close() {
    desktop.close();
  }
}
