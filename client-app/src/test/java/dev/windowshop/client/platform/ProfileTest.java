package dev.windowshop.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  @TempDir private Path home;

  @Test
  void aProfileIsOpenInOneProcessAtATime() throws IOException {
    try (Profile first = open("anna", Map.of())) {
      ProfileException refused = assertThrows(ProfileException.class, () -> open("anna", Map.of()));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("already open"), refused.getMessage());
      open("other", Map.of()).close();
      assertEquals("anna", first.name());
    }
    open("anna", Map.of()).close();
  }

  @Test
  void theXdgFoldersAreUsedWhereTheyAreSet() throws IOException {
    Map<String, String> environment =
        Map.of("XDG_DATA_HOME", home.resolve("d").toString(), "XDG_CACHE_HOME", "not/absolute");
    try (Profile profile = open("anna", environment)) {
      assertEquals(home.resolve("d/windowshop/anna"), profile.data());
      assertEquals(home.resolve(".cache/windowshop/anna"), profile.cache());
    }
  }

  @Test
  void otherSystemsHaveTheirOwnPlaces() throws IOException {
    try (Profile mac = Profile.open("a", "Mac OS X", Map.of(), home);
        Profile windows =
            Profile.open(
                "a", "Windows 11", Map.of("APPDATA", home.resolve("roaming").toString()), home)) {
      assertEquals(home.resolve("Library/Application Support/Windowshop/a"), mac.data());
      assertEquals(home.resolve("roaming/Windowshop/a"), windows.data());
      assertEquals(home.resolve("AppData/Local/Windowshop/Cache/a"), windows.cache());
    }
  }

  @Test
  void onlyItsOwnerMayLookIntoIt() throws IOException {
    try (Profile profile = open("anna", Map.of())) {
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.data())));
    }
  }

  @Test
  void aNameThatWouldLeaveTheFolderIsRefused() {
    assertThrows(ProfileException.class, () -> open("../evil", Map.of()));
    assertThrows(ProfileException.class, () -> open("", Map.of()));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(home.resolve("file"), "");
    ProfileException refused =
        assertThrows(
            ProfileException.class,
            () -> open("a", Map.of("XDG_DATA_HOME", home.resolve("file").toString())));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("cannot be written"), refused.getMessage());
  }

  private Profile open(String name, Map<String, String> environment) {
    return Profile.open(name, "Linux", environment, home);
  }
}
