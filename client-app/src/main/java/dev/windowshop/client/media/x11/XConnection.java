package dev.windowshop.client.media.x11;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A connection to an X server: requests, and the answers to them. For one thread at a time, but
/// [#close] may be called from any.
public final class XConnection implements AutoCloseable {
  private static final int TCP_BASE = 6000;
  private static final int HEAD = 32;
  private static final int INTERN_ATOM = 16;
  private static final int QUERY_EXTENSION = 98;

  private final SocketChannel channel;
  private final Map<String, Integer> atoms = new HashMap<>();
  private final int root;
  private final int idBase;
  private int ids;
  private int sequence;

  /// @param environment of a program on the display: `DISPLAY`, and where its cookie is
  public static XConnection open(Map<String, String> environment) throws IOException {
    String display = environment.getOrDefault("DISPLAY", "");
    int colon = display.lastIndexOf(':');
    int dot = display.indexOf('.', Math.max(0, colon));
    int number;
    try {
      number = Integer.parseInt(display.substring(colon + 1, dot < 0 ? display.length() : dot));
    } catch (NumberFormatException e) {
      throw new IOException("no display: '" + display + "'", e);
    }
    String host = colon <= 0 ? "" : display.substring(0, colon);
    SocketChannel channel =
        host.isEmpty() || host.equals("unix")
            ? local(number)
            : SocketChannel.open(new InetSocketAddress(host, TCP_BASE + number));
    try {
      return new XConnection(channel, XAuthority.cookie(environment, number));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static SocketChannel local(int number) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(Path.of("/tmp/.X11-unix/X" + number)));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private XConnection(SocketChannel channel, byte[] cookie) throws IOException {
    this.channel = channel;
    byte[] method =
        (cookie.length == 0 ? "" : XAuthority.METHOD).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer hello =
        body(12 + padded(method.length) + padded(cookie.length))
            .put((byte) 'l')
            .put((byte) 0)
            .putShort((short) 11)
            .putShort((short) 0)
            .putShort((short) method.length)
            .putShort((short) cookie.length)
            .putShort((short) 0)
            .put(method)
            .position(12 + padded(method.length))
            .put(cookie);
    write(hello);
    ByteBuffer head = read(body(8));
    ByteBuffer setup = read(body(4 * (head.getShort(6) & 0xffff)));
    if (head.get(0) != 1) {
      throw new IOException("the X server does not let us in");
    }
    idBase = setup.getInt(4);
    if (setup.get(22) != 0) {
      throw new IOException("the X server's pictures have another byte order");
    }
    int vendor = setup.getShort(16) & 0xffff;
    int formats = setup.get(21) & 0xff;
    root = setup.getInt(HEAD + padded(vendor) + 8 * formats);
  }

  /// The window under all others.
  public int root() {
    return root;
  }

  /// For something that is made.
  public int newId() {
    return idBase + ++ids;
  }

  /// To write what a request says after its length; zeros, lowest byte first.
  public static ByteBuffer body(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static int padded(int length) {
    return length + 3 & ~3;
  }

  /// A request that has no answer. What it is refused with is not seen.
  public void tell(int code, int detail, ByteBuffer body) throws IOException {
    int length = 4 + body.capacity();
    write(
        body(length)
            .put((byte) code)
            .put((byte) detail)
            .putShort((short) (length / 4))
            .put(body.clear()));
    sequence = sequence + 1 & 0xffff;
  }

  /// A request and its whole answer.
  ///
  /// @throws XRefused when it is an error
  public ByteBuffer ask(int code, int detail, ByteBuffer body) throws IOException {
    tell(code, detail, body);
    ByteBuffer head = answer(code, detail);
    ByteBuffer whole = body(HEAD + 4 * head.getInt(4));
    whole.put(head);
    return read(whole).clear();
  }

  /// A request whose answer is large: what comes after its first 32 bytes is put into the buffer.
  ///
  /// @param into large enough for what is asked for
  /// @return the first 32 bytes
  public ByteBuffer ask(int code, int detail, ByteBuffer body, ByteBuffer into) throws IOException {
    tell(code, detail, body);
    ByteBuffer head = answer(code, detail);
    int length = 4 * head.getInt(4);
    if (length > into.capacity()) {
      throw new IOException("the X server answers with " + length + " bytes");
    }
    read(into.clear().limit(length));
    return head;
  }

  /// Passes over what happened meanwhile, and what earlier requests were refused with.
  private ByteBuffer answer(int code, int detail) throws IOException {
    while (true) {
      ByteBuffer head = read(body(HEAD));
      int kind = head.get(0);
      if (kind > 1) {
        continue;
      }
      boolean ours = (head.getShort(2) & 0xffff) == sequence;
      if (kind == 0 && ours) {
        throw new XRefused(head.get(1) & 0xff, code, detail);
      }
      if (kind == 1 && ours) {
        return head;
      }
      if (kind == 1) {
        throw new IOException("an answer that nobody waits for");
      }
    }
  }

  /// The number of a name.
  public int atom(String name) throws IOException {
    Integer known = atoms.get(name);
    if (known != null) {
      return known;
    }
    int found = ask(INTERN_ATOM, 0, named(name)).getInt(8);
    atoms.put(name, found);
    return found;
  }

  /// The code of an extension's requests, 0 where there is no such extension.
  public int extension(String name) throws IOException {
    ByteBuffer answer = ask(QUERY_EXTENSION, 0, named(name));
    return answer.get(8) == 0 ? 0 : answer.get(9) & 0xff;
  }

  private static ByteBuffer named(String name) {
    byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
    return body(4 + padded(letters.length))
        .putShort((short) letters.length)
        .putShort((short) 0)
        .put(letters);
  }

  private void write(ByteBuffer buffer) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private ByteBuffer read(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new IOException("the X server is gone");
      }
    }
    return buffer.flip();
  }

  /// The server takes back what was made.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed all the same.
      return;
    }
  }
}
