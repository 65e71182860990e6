package dev.windowshop.client.media.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path root;

  @Test
  void whatADeadProcessLeftIsRemovedAndNothingElse() throws Exception {
    Process gone = new ProcessBuilder(java(), "-version").start();
    gone.waitFor();
    Path left = Files.createDirectory(root.resolve("windowshop-media-" + gone.pid() + "-x"));
    Files.writeString(left.resolve("tile.frames"), "old");
    Path living =
        Files.createDirectory(
            root.resolve("windowshop-media-" + ProcessHandle.current().pid() + "-y"));
    Path foreign = Files.createDirectory(root.resolve("windowshop-media-notes"));

    try (RunFolder folder = RunFolder.in(root)) {
      assertTrue(Files.isDirectory(folder.path()));
      assertFalse(Files.exists(left));
      assertTrue(Files.exists(living));
      assertTrue(Files.exists(foreign));
    }
  }

  @Test
  void itGoesWithEverythingInIt() throws Exception {
    RunFolder folder = RunFolder.in(root);
    Files.createDirectories(folder.path().resolve("a/b"));
    Files.writeString(folder.path().resolve("a/b/c"), "c");
    folder.close();
    assertFalse(Files.exists(folder.path()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayEnter() throws Exception {
    try (RunFolder folder = RunFolder.in(root)) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
