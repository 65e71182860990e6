package dev.windowshop.relay.mail;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;

/// Mail over SMTP. Thread-safe.
public final class SmtpMailer implements Mailer, AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final MailClient client;
  private final String from;

  public SmtpMailer(Vertx vertx, SmtpConfig config) {
    MailConfig options =
        new MailConfig()
            .setHostname(config.host())
            .setPort(config.port())
            .setConnectTimeout(10_000)
            .setMaxPoolSize(2)
            .setKeepAlive(false)
            .setUserAgent("windowshop")
            .setSsl(config.security() == SmtpConfig.Security.TLS)
            .setStarttls(
                config.security() == SmtpConfig.Security.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED);
    options.setHostnameVerificationAlgorithm(
        config.security() == SmtpConfig.Security.NONE ? "" : "HTTPS");
    if (config.username() != null && config.password() != null) {
      options
          .setLogin(LoginOption.REQUIRED)
          .setUsername(config.username())
          .setPassword(config.password());
    } else {
      options.setLogin(LoginOption.DISABLED);
    }
    this.client = MailClient.create(vertx, options);
    this.from = config.from();
  }

  @Override
  public void send(Mail mail) {
    try {
      client
          .sendMail(
              new MailMessage()
                  .setFrom(from)
                  .setTo(mail.to())
                  .setSubject(mail.subject())
                  .addHeader("Auto-Submitted", "auto-generated")
                  .setText(mail.text()))
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new MailException("the mail was not taken: " + cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
