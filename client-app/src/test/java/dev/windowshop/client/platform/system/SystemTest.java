package dev.windowshop.client.platform.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTest {
  @TempDir private Path folder;

  @Test
  void eachSystemIsKnownByItsName() {
    assertEquals(SystemKind.MACOS, SystemKind.of("Mac OS X"));
    assertEquals(SystemKind.MACOS, SystemKind.of("Darwin"));
    assertEquals(SystemKind.WINDOWS, SystemKind.of("Windows 11"));
    assertEquals(SystemKind.LINUX, SystemKind.of("Linux"));
    assertEquals(SystemKind.LINUX, SystemKind.of("FreeBSD"));
  }

  @Test
  void aTrayIsLookedForWhereThereIsOne() {
    Map<String, String> kde = Map.of("DISPLAY", ":0", "XDG_CURRENT_DESKTOP", "KDE");
    assertTrue(Tray.isLikely(SystemKind.LINUX, kde));
    assertTrue(Tray.isLikely(SystemKind.WINDOWS, Map.of()));
    assertFalse(
        Tray.isLikely(
            SystemKind.LINUX, Map.of("DISPLAY", ":0", "XDG_CURRENT_DESKTOP", "ubuntu:GNOME")));
    assertFalse(Tray.isLikely(SystemKind.LINUX, Map.of("XDG_CURRENT_DESKTOP", "KDE")));
    assertFalse(Tray.isLikely(SystemKind.MACOS, kde));
  }

  @Test
  void theTraysSignSaysHowManyWait() {
    assertEquals("Windowshop", Tray.words(0));
    assertEquals("Windowshop \u00B7 3 unread", Tray.words(3));
    int corner = Tray.picture(24, 0).getRGB(20, 12);
    assertEquals(24, Tray.picture(24, 3).getWidth());
    assertTrue(corner != Tray.picture(24, 3).getRGB(20, 12), "a badge covers the corner");
    try (Tray nowhere = new Tray(() -> {}, () -> {})) {
      nowhere.setUnread(4);
      nowhere.say("hello");
    }
  }

  @Test
  void theTraysMenuHasTheLatestThatWaitInAFewWords() {
    List<Tray.Waiting> many =
        IntStream.range(0, 9)
            .mapToObj(i -> new Tray.Waiting("Ben: line " + i + "\n  goes on", () -> {}))
            .toList();
    assertEquals(
        List.of(
            "Ben: line 0 goes on",
            "Ben: line 1 goes on",
            "Ben: line 2 goes on",
            "Ben: line 3 goes on",
            "Ben: line 4 goes on"),
        Tray.latest(many).stream().map(Tray.Waiting::words).toList());
    assertEquals(61, new Tray.Waiting("x".repeat(300), () -> {}).words().length());
    try (Tray nowhere = new Tray(() -> {}, () -> {})) {
      nowhere.setWaiting(many);
    }
  }

  @Test
  void autostartLiesWhereXdgSays() {
    assertEquals(
        folder.resolve("c/autostart"),
        Folders.of(
                SystemKind.LINUX, Map.of("XDG_CONFIG_HOME", folder.resolve("c").toString()), folder)
            .autostart());
    assertEquals(
        folder.resolve(".config/autostart"),
        Folders.of(SystemKind.LINUX, Map.of(), folder).autostart());
  }

  @Test
  void startAtLoginIsAFileThatComesAndGoes() throws IOException {
    for (SystemKind system : List.of(SystemKind.LINUX, SystemKind.MACOS)) {
      StartAtLogin start =
          new StartAtLogin(system, folder.resolve(system.wire()), "/opt/a \"b\" & <c>/windowshop");
      assertFalse(start.isOn());
      start.set(true);
      assertTrue(start.isOn());
      try (var files = Files.list(folder.resolve(system.wire()))) {
        String content = Files.readString(files.findFirst().orElseThrow());
        assertTrue(
            content.contains(
                system == SystemKind.LINUX
                    ? "Exec=\"/opt/a \\\"b\\\" & <c>/windowshop\""
                    : "<string>/opt/a \"b\" &amp; &lt;c&gt;/windowshop</string>"),
            content);
      }
      start.set(false);
      start.set(false);
      assertFalse(start.isOn());
    }
  }

  @Test
  void whatOthersWroteIsAnArgumentAndNoOption() {
    List<String> linux = SystemNotice.command(SystemKind.LINUX, "--help");
    assertTrue(linux.indexOf("--") < linux.indexOf("--help"));
    List<String> mac = SystemNotice.command(SystemKind.MACOS, "\" & do shell script \"x");
    assertEquals("\" & do shell script \"x", mac.getLast());
    assertEquals(List.of(), SystemNotice.command(SystemKind.WINDOWS, "x"));
  }

  @Test
  void aPackageGoesToTheSystemsInstaller() {
    Path file = folder.resolve("windowshop_2.0.0_amd64.deb");
    assertEquals(
        List.of("pkexec", "apt-get", "install", "-y", file.toString()),
        SystemInstaller.command(SystemKind.LINUX, "deb", file, true));
    assertEquals(
        List.of("xdg-open", file.toString()),
        SystemInstaller.command(SystemKind.LINUX, "rpm", file, false));
    assertEquals(
        "msiexec", SystemInstaller.command(SystemKind.WINDOWS, "msi", file, true).getFirst());
  }

  @Test
  void whatAProgramSaysIsReadAndItsFailureIsNothing() {
    assertEquals("hello", Programs.run("hello", List.of("cat")));
    assertEquals(null, Programs.run("", List.of("false")));
    assertEquals(null, Programs.run("", List.of("there-is-no-such-program")));
    assertEquals(null, Programs.find("there-is-no-such-program"));
  }
}
