package dev.windowshop.client.account;

import java.io.IOException;
import java.net.URI;

/// Opens a web page outside of the app.
@FunctionalInterface
public interface Browser {
  /// @throws IOException when there is no browser, or it can't be started
  void open(URI address) throws IOException;
}
