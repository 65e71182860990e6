package dev.windowshop.client.platform;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens pages in the system's own browser. Thread-safe; returns at once.
public final class SystemBrowser {
  private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);

  private SystemBrowser() {}

  /// @return false when the system has nothing to open it with
  public static boolean open(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
            : system.contains("mac") ? List.of("open", address) : List.of("xdg-open", address);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      LOG.warn("no browser could be opened", e);
      return false;
    }
  }
}
