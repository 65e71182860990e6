package dev.windowshop.client.account;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The browser that the person uses, by the system's own way of opening an address. Blocks for a
/// moment.
public final class SystemBrowser implements Browser {
  @Override
  public void open(URI address) throws IOException {
    String scheme = address.getScheme();
    if (!"https".equals(scheme) && !"http".equals(scheme)) {
      throw new IOException("no address for a browser");
    }
    Process process =
        new ProcessBuilder(command(address.toASCIIString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      // Some openers stay as long as the browser does: one that ends at once says how it went.
      if (process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() != 0) {
        throw new IOException("the system opens no browser (" + process.exitValue() + ")");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.contains("mac") ? "open" : "xdg-open", address);
  }
}
