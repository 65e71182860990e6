package dev.windowshop.client.media.x11;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XAuthorityTest {
  private static final byte[] OURS = {1, 2, 3};
  private static final byte[] OTHERS = {4, 5, 6};

  @TempDir Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void theCookieOfThisMachineAndDisplayIsFoundBeforeAnyOther() throws Exception {
    entry("elsewhere", "0", XAuthority.METHOD, OTHERS);
    entry("here", "1", XAuthority.METHOD, OTHERS);
    entry("here", "0", "XDM-AUTHORIZATION-1", OTHERS);
    entry("here", "0", XAuthority.METHOD, OURS);
    assertArrayEquals(OURS, XAuthority.cookie(file(), 0, "here"));
    assertArrayEquals(OTHERS, XAuthority.cookie(file(), 0, "renamed"));
    assertArrayEquals(new byte[0], XAuthority.cookie(file(), 2, "here"));
  }

  @Test
  void aFileThatIsCutOffOrMissingHasNone() throws Exception {
    entry("here", "0", XAuthority.METHOD, OURS);
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 9));
    assertArrayEquals(new byte[0], XAuthority.cookie(file, 0, "here"));
    Map<String, String> environment = Map.of("XAUTHORITY", folder.resolve("none").toString());
    assertArrayEquals(new byte[0], XAuthority.cookie(environment, 0));
  }

  @Test
  void aDisplayThatIsNoneIsRefused() {
    assertThrows(IOException.class, () -> XConnection.open(Map.of()));
    assertThrows(IOException.class, () -> XConnection.open(Map.of("DISPLAY", "wayland-0")));
  }

  private void entry(String address, String number, String method, byte[] data) throws IOException {
    DataOutputStream out = new DataOutputStream(written);
    out.writeShort(256);
    for (byte[] part :
        new byte[][] {
          address.getBytes(StandardCharsets.ISO_8859_1),
          number.getBytes(StandardCharsets.ISO_8859_1),
          method.getBytes(StandardCharsets.ISO_8859_1),
          data
        }) {
      out.writeShort(part.length);
      out.write(part);
    }
  }

  private Path file() throws IOException {
    return Files.write(folder.resolve("cookies"), written.toByteArray());
  }
}
