package dev.windowshop.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("settings.json");
  }

  @Test
  void whatIsSetIsThereAtTheNextStart() {
    Settings settings = new Settings(file, Runnable::run);
    settings.set("theme", "dark");
    settings.set("sounds", false);
    settings.set("width", 1200.5);
    Settings next = new Settings(file, Runnable::run);
    assertEquals("dark", next.text("theme"));
    assertFalse(next.flag("sounds", true));
    assertEquals(1200.5, next.number("width", 0));
    next.remove("theme");
    assertNull(new Settings(file, Runnable::run).text("theme"));
  }

  @Test
  void aFileThatIsNoJsonIsSetAside() throws IOException {
    Files.writeString(file, "{ half");
    Settings settings = new Settings(file, Runnable::run);
    assertEquals("light", settings.text("theme", "light"));
    assertTrue(Files.exists(folder.resolve("settings.json.damaged")));
    settings.set("theme", "dark");
    assertEquals("dark", new Settings(file, Runnable::run).text("theme"));
  }
}
