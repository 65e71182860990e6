package dev.windowshop.client.media.x11;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be seen on an X server: its screens, its programs' windows, the pointer.
public final class XDesktop implements AutoCloseable {
  /// A part of the root window.
  public record Screen(String name, int x, int y, int width, int height) {}

  public record Window(int id, String title) {}

  private static final int GET_WINDOW_ATTRIBUTES = 3;
  private static final int GET_GEOMETRY = 14;
  private static final int QUERY_TREE = 15;
  private static final int GET_ATOM_NAME = 17;
  private static final int GET_PROPERTY = 20;
  private static final int RANDR_QUERY_VERSION = 0;
  private static final int RANDR_GET_MONITORS = 42;
  private static final int VIEWABLE = 2;

  /// What a window manager says of a window that is there and not minimised.
  private static final int NORMAL = 1;

  private static final int LONGEST_TITLE = 400;
  private static final int MOST_WINDOWS = 4096;

  private final XConnection server;
  private final int randr;

  public static XDesktop open(Map<String, String> environment) throws IOException {
    return new XDesktop(XConnection.open(environment));
  }

  private XDesktop(XConnection server) throws IOException {
    this.server = server;
    randr = server.extension("RANDR");
    if (randr != 0) {
      server.ask(randr, RANDR_QUERY_VERSION, XConnection.body(8).putInt(1).putInt(5));
    }
  }

  XConnection server() {
    return server;
  }

  /// From left to right as the server has them; at least one.
  public List<Screen> screens() throws IOException {
    List<Screen> found = new ArrayList<>();
    if (randr != 0) {
      try {
        ByteBuffer answer =
            server.ask(
                randr, RANDR_GET_MONITORS, XConnection.body(8).putInt(server.root()).putInt(1));
        int at = 32;
        for (int left = answer.getInt(12); left > 0; left--) {
          found.add(
              new Screen(
                  name(answer.getInt(at)),
                  answer.getShort(at + 8),
                  answer.getShort(at + 10),
                  answer.getShort(at + 12) & 0xffff,
                  answer.getShort(at + 14) & 0xffff));
          at += 24 + 4 * (answer.getShort(at + 6) & 0xffff);
        }
      } catch (XRefused e) {
        // A server from before screens had names.
        found.clear();
      }
    }
    if (found.isEmpty()) {
      ByteBuffer all = geometry(server.root());
      found.add(new Screen("", 0, 0, all.getShort(16) & 0xffff, all.getShort(18) & 0xffff));
    }
    return found;
  }

  private String name(int atom) throws IOException {
    ByteBuffer answer = server.ask(GET_ATOM_NAME, 0, XConnection.body(4).putInt(atom));
    byte[] letters = new byte[answer.getShort(8) & 0xffff];
    answer.get(32, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  /// Those that have a title and are not minimised, the uppermost first.
  public List<Window> windows() throws IOException {
    List<Window> found = new ArrayList<>();
    for (int id : candidates().reversed()) {
      try {
        String title = title(id).strip();
        if (!title.isEmpty() && !isFurniture(id) && isViewable(id)) {
          found.add(new Window(id, title));
        }
      } catch (XRefused e) {
        // Shut since it was listed.
        continue;
      }
    }
    return found;
  }

  /// What the window manager lists, or without one what says of itself that it is a window.
  private List<Integer> candidates() throws IOException {
    List<Integer> listed = numbers(server.root(), "_NET_CLIENT_LIST_STACKING");
    return listed.isEmpty() ? programs(server.root()) : listed;
  }

  private List<Integer> programs(int parent) throws IOException {
    ByteBuffer answer = server.ask(QUERY_TREE, 0, XConnection.body(4).putInt(parent));
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < (answer.getShort(16) & 0xffff); i++) {
      int child = answer.getInt(32 + 4 * i);
      try {
        List<Integer> state = numbers(child, "WM_STATE");
        if (!state.isEmpty() && state.getFirst() == NORMAL) {
          found.add(child);
        } else if (state.isEmpty() && parent == server.root()) {
          // A frame around one.
          found.addAll(programs(child));
        }
      } catch (XRefused e) {
        // Shut since it was listed.
        continue;
      }
    }
    return found;
  }

  /// Panels and the desktop itself.
  private boolean isFurniture(int window) throws IOException {
    List<Integer> types = numbers(window, "_NET_WM_WINDOW_TYPE");
    return types.contains(server.atom("_NET_WM_WINDOW_TYPE_DESKTOP"))
        || types.contains(server.atom("_NET_WM_WINDOW_TYPE_DOCK"));
  }

  private String title(int window) throws IOException {
    String modern = text(window, "_NET_WM_NAME", StandardCharsets.UTF_8);
    return modern.isEmpty() ? text(window, "WM_NAME", StandardCharsets.ISO_8859_1) : modern;
  }

  private String text(int window, String property, Charset charset) throws IOException {
    ByteBuffer answer = property(window, property, LONGEST_TITLE);
    if (answer.get(1) != 8) {
      return "";
    }
    byte[] letters = new byte[answer.getInt(16)];
    answer.get(32, letters);
    return new String(letters, charset);
  }

  private List<Integer> numbers(int window, String property) throws IOException {
    ByteBuffer answer = property(window, property, MOST_WINDOWS);
    List<Integer> found = new ArrayList<>();
    if (answer.get(1) == 32) {
      for (int i = 0; i < answer.getInt(16); i++) {
        found.add(answer.getInt(32 + 4 * i));
      }
    }
    return found;
  }

  private ByteBuffer property(int window, String name, int words) throws IOException {
    return server.ask(
        GET_PROPERTY,
        0,
        XConnection.body(20)
            .putInt(window)
            .putInt(server.atom(name))
            .putInt(0)
            .putInt(0)
            .putInt(words));
  }

  /// @throws XRefused when the window is gone
  boolean isViewable(int window) throws IOException {
    ByteBuffer answer = server.ask(GET_WINDOW_ATTRIBUTES, 0, XConnection.body(4).putInt(window));
    return answer.get(26) == VIEWABLE;
  }

  /// @throws XRefused when the window is gone
  ByteBuffer geometry(int window) throws IOException {
    return server.ask(GET_GEOMETRY, 0, XConnection.body(4).putInt(window));
  }

  /// A screen again, where there still is one under that number.
  @Nullable Screen screen(long number) throws IOException {
    List<Screen> all = screens();
    return number < 0 || number >= all.size() ? null : all.get((int) number);
  }

  @Override
  public void close() {
    server.close();
  }
}
