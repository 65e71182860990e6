package dev.windowshop.relay.app;

import dev.windowshop.relay.account.PasswordCost;
import dev.windowshop.relay.attachment.AttachmentConfig;
import dev.windowshop.relay.call.TurnSecret;
import dev.windowshop.relay.stripe.StripeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `serve`: REST and Socket.IO on one port until SIGTERM or Ctrl+C.
@Command(
    name = "serve",
    description = "Serve the shop, chats and calls on one port until stopped.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Mixin private RecommendOptions recommend;

  @Mixin private DatabaseOptions database;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}; 0.0.0.0 for all).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "4000",
      description = "Port to listen on, 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--demo",
      arity = "0..1",
      defaultValue = "false",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Fill an empty database with the demo shop.")
  private boolean demo;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = RelayConfig.DEFAULT_CURRENCY,
      description = "Currency of a new shop, ISO 4217 (default: ${DEFAULT-VALUE}).")
  private String currency;

  @Option(
      names = "--token-minutes",
      paramLabel = "N",
      defaultValue = "15",
      description = "How long an access token works (default: ${DEFAULT-VALUE}).")
  private int tokenMinutes;

  @Option(
      names = "--session-days",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long a sign-in lasts unused (default: ${DEFAULT-VALUE}).")
  private int sessionDays;

  @Mixin private CallOptions calls;

  @Mixin private LimitOptions limits;

  @Mixin private PasswordOptions passwords;

  @Mixin private OidcOptions oidc;

  @Mixin private MailOptions mail;

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      split = ",",
      description =
          "PEM file with a P-256 key that signs access tokens; several times: the first signs, the"
              + " others still verify (default: a key made at the first start).")
  private List<Path> privateKeys = List.of();

  @Mixin private EdgeOptions edge;

  @Mixin private LogOptions log;

  @Option(
      names = "--test-payments",
      arity = "0..1",
      defaultValue = "false",
      fallbackValue = "true",
      paramLabel = "true|false",
      description =
          "Offer a payment provider that moves no money, with every outcome; the demo does.")
  private boolean testPayments;

  @Mixin private StripeOptions stripe;

  @Mixin private AttachmentOptions attachments;

  @Override
  public Integer call() throws InterruptedException {
    log.apply();
    Relay relay = Relay.start(config());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  relay.close();
                  // A JVM that a signal ends would answer 143; having stopped cleanly is a 0.
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
    System.out.println("Windowshop relay listening on " + relay.address());
    System.out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  RelayConfig config() {
    if (port < 0 || port > 65_535) {
      throw wrong("--port must be between 0 and 65535, not " + port + ".");
    }
    if (tokenMinutes < 1 || tokenMinutes > 24 * 60) {
      throw wrong("--token-minutes must be between 1 and 1440, not " + tokenMinutes + ".");
    }
    if (sessionDays < 1 || sessionDays > 3650) {
      throw wrong("--session-days must be between 1 and 3650, not " + sessionDays + ".");
    }
    String code = currency.toUpperCase(Locale.ROOT);
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
      throw wrong("--currency must be an ISO 4217 code such as EUR, not '" + currency + "'.");
    }
    AttachmentConfig uploads;
    PasswordCost cost;
    List<String> iceServers;
    TurnSecret turnSecret;
    @Nullable StripeConfig cards;
    try {
      uploads = attachments.config();
      cost = passwords.cost();
      iceServers = calls.iceServers();
      turnSecret = calls.turnSecret();
      cards = stripe.config();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    return RelayConfig.local(data.folder())
        .with(config ->
            config
                .database(database.config(data.folder()))
                .host(host)
                .port(port)
                .demo(demo)
                .drawAhead(true)
                .currency(code)
                .accessLife(Duration.ofMinutes(tokenMinutes))
                .refreshLife(Duration.ofDays(sessionDays))
                .recommendEvery(recommend.every())
                .iceServers(iceServers)
                .turnSecret(turnSecret)
                .limits(limits.limits())
                .trustedProxies(limits.trustedProxies())
                .edge(edge.config())
                .testPayments(testPayments)
                .stripe(cards)
                .privateKeys(privateKeys)
                .passwords(cost)
                .mail(mail.config(spec))
                .oidc(oidc.config(spec))
                .attachments(uploads));
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
