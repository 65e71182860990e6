package dev.windowshop.client.media.x11;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The cookie that lets a user's programs in at their X server, from the file that the session left
/// for them.
final class XAuthority {
  static final String METHOD = "MIT-MAGIC-COOKIE-1";
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private XAuthority() {}

  /// Empty where there is none: some servers let everybody in.
  static byte[] cookie(Map<String, String> environment, int display) {
    String named = environment.getOrDefault("XAUTHORITY", "");
    Path file =
        named.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", ""), ".Xauthority")
            : Path.of(named);
    return Files.isReadable(file) ? cookie(file, display, hostName()) : new byte[0];
  }

  /// That of this machine, or else any for the display.
  static byte[] cookie(Path file, int display, String host) {
    byte[] found = new byte[0];
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (true) {
        in.readUnsignedShort();
        String address = text(in);
        String number = text(in);
        String method = text(in);
        byte[] data = in.readNBytes(in.readUnsignedShort());
        if (method.equals(METHOD)
            && (number.isEmpty() || number.equals(Integer.toString(display)))) {
          if (address.equals(host)) {
            return data;
          }
          found = found.length == 0 ? data : found;
        }
      }
    } catch (EOFException e) {
      // The end of the list.
      return found;
    } catch (IOException e) {
      // Without it the server says whether it minds.
      return found;
    }
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.ISO_8859_1);
  }

  private static String hostName() {
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
