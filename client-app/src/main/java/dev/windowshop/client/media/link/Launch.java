package dev.windowshop.client.media.link;

import dev.windowshop.client.media.SoundAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What a child is told on its standard input, where no other user can read it. Plain lines, so
/// that the child can start to load its native library before it has loaded a JSON parser.
///
/// @param address `unix:` and a path, or `tcp:` and a loopback port
public record Launch(
    String token, String address, Path frames, long generation, SoundAccess sound) {

  public void write(OutputStream out) throws IOException {
    String lines =
        String.join(
            "\n", token, address, frames.toString(), Long.toString(generation), sound.name(), "");
    out.write(lines.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  public static Launch read(InputStream in) throws IOException {
    return new Launch(
        line(in),
        line(in),
        Path.of(line(in)),
        Long.parseLong(line(in)),
        SoundAccess.valueOf(line(in)));
  }

  private static String line(InputStream in) throws IOException {
    byte[] bytes = new byte[4096];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || length == bytes.length) {
        throw new IOException("not started by the application");
      }
      bytes[length++] = (byte) next;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  public SocketAddress socketAddress() {
    int colon = address.indexOf(':');
    String rest = address.substring(colon + 1);
    return address.startsWith("unix:")
        ? UnixDomainSocketAddress.of(rest)
        : new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(rest));
  }

  @Override
  public String toString() {
    return "Launch[" + address + ", generation=" + generation + ", " + sound + "]";
  }
}
