package dev.windowshop.relay.app;

import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up a new certificate when its files change: connections that are open keep the old one. A
/// certificate that can't be used is said and left alone. Thread-safe.
final class TlsWatch {
  private static final Logger LOG = LoggerFactory.getLogger(TlsWatch.class);
  private static final int SECONDS = 10;

  private final TlsConfig tls;
  private final HttpServer server;
  private String seen;

  TlsWatch(TlsConfig tls, HttpServer server) throws IOException {
    this.tls = tls;
    this.server = server;
    this.seen = tls.stamp();
  }

  synchronized void look() {
    try {
      String now = tls.stamp();
      if (now.equals(seen)) {
        return;
      }
      seen = now;
      server
          .updateSSLOptions(new ServerSSLOptions().setKeyCertOptions(tls.options()), true)
          .await(SECONDS, TimeUnit.SECONDS);
      LOG.info("the certificate was read again from {}", tls.files());
    } catch (Exception e) {
      LOG.error("the certificate in {} can't be used; the one before it stays", tls.files(), e);
    }
  }
}
