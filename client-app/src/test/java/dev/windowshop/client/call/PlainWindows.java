package dev.windowshop.client.call;

import dev.windowshop.client.media.x11.XConnection;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Windows of one colour each on an X server: no toolkit and no window manager is needed, and what
/// they look like is known to the pixel. Each call returns when the server has done it.
final class PlainWindows implements AutoCloseable {
  private static final int CREATE = 1;
  private static final int CHANGE_ATTRIBUTES = 2;
  private static final int DESTROY = 4;
  private static final int MAP = 8;
  private static final int UNMAP = 10;
  private static final int CHANGE_PROPERTY = 18;
  private static final int GET_FOCUS = 43;
  private static final int CLEAR = 61;
  private static final int BACKGROUND = 0x2;

  /// What a window manager would say of a window.
  private static final int NORMAL = 1;

  private static final int WM_NAME = 39;
  private static final int STRING = 31;

  private final XConnection server;

  PlainWindows(VirtualDisplay display) throws IOException {
    server = XConnection.open(Map.of("DISPLAY", display.name()));
  }

  /// @return its id
  int open(String title, int x, int y, int width, int height, Color colour) throws IOException {
    int window = server.newId();
    server.tell(
        CREATE,
        0,
        XConnection.body(32)
            .putInt(window)
            .putInt(server.root())
            .putShort((short) x)
            .putShort((short) y)
            .putShort((short) width)
            .putShort((short) height)
            .putShort((short) 0)
            .putShort((short) 1)
            .putInt(0)
            .putInt(BACKGROUND)
            .putInt(pixel(colour)));
    byte[] name = title.getBytes(StandardCharsets.ISO_8859_1);
    property(window, WM_NAME, STRING, 8, name.length, name);
    int state = server.atom("WM_STATE");
    property(window, state, state, 32, 2, XConnection.body(8).putInt(NORMAL).array());
    map(window);
    return window;
  }

  void map(int window) throws IOException {
    server.tell(MAP, 0, XConnection.body(4).putInt(window));
    sync();
  }

  /// As when it is minimised.
  void unmap(int window) throws IOException {
    server.tell(UNMAP, 0, XConnection.body(4).putInt(window));
    sync();
  }

  void paint(int window, Color colour) throws IOException {
    server.tell(
        CHANGE_ATTRIBUTES,
        0,
        XConnection.body(12).putInt(window).putInt(BACKGROUND).putInt(pixel(colour)));
    server.tell(CLEAR, 0, XConnection.body(12).putInt(window));
    sync();
  }

  void shut(int window) throws IOException {
    server.tell(DESTROY, 0, XConnection.body(4).putInt(window));
    sync();
  }

  private void property(int window, int name, int type, int bits, int length, byte[] data)
      throws IOException {
    ByteBuffer body =
        XConnection.body(20 + XConnection.padded(data.length))
            .putInt(window)
            .putInt(name)
            .putInt(type)
            .putInt(bits)
            .putInt(length)
            .put(data);
    server.tell(CHANGE_PROPERTY, 0, body);
  }

  /// Any answer comes after everything before is done.
  private void sync() throws IOException {
    server.ask(GET_FOCUS, 0, XConnection.body(0));
  }

  private static int pixel(Color colour) {
    return colour.getRGB() & 0xffffff;
  }

  /// The server takes the windows away.
  @Override
  public void close() {
    server.close();
  }
}
