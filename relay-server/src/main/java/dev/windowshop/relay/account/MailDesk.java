package dev.windowshop.relay.account;

import dev.windowshop.relay.mail.Mail;
import dev.windowshop.relay.mail.MailException;
import dev.windowshop.relay.mail.Mailer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what sends mail behind the caller's back, so that how long it takes tells nobody whether
/// there is such an account. Two at a time on virtual threads, a few hundred may wait.
final class MailDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);
  private static final int WAITING = 500;
  private static final int TRIES = 3;

  private final Mailer mailer;
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          2,
          2,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofVirtual().name("mail-", 0).factory());

  MailDesk(Mailer mailer) {
    this.mailer = mailer;
    workers.allowCoreThreadTimeOut(true);
  }

  /// @return false when too much waits already
  boolean later(Runnable work) {
    try {
      workers.execute(() -> {
        try {
          work.run();
        } catch (RuntimeException e) {
          LOG.error("what was to be sent by mail failed", e);
        }
      });
      return true;
    } catch (RejectedExecutionException e) {
      LOG.warn("too much mail is waiting to be sent");
      return false;
    }
  }

  /// Tries again at once: what fails for longer is asked for again by whoever waits for it.
  void send(Mail mail) {
    for (int attempt = 1; ; attempt++) {
      try {
        mailer.send(mail);
        return;
      } catch (MailException e) {
        if (attempt == TRIES) {
          LOG.error("'{}' could not be sent", mail.subject(), e);
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("mail was still waiting at the end");
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
