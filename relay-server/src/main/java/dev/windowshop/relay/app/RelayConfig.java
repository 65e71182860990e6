package dev.windowshop.relay.app;

import dev.windowshop.relay.account.PasswordCost;
import dev.windowshop.relay.attachment.AttachmentConfig;
import dev.windowshop.relay.call.TurnSecret;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.DatabaseConfig;
import dev.windowshop.relay.limit.LimitConfig;
import dev.windowshop.relay.mail.SmtpConfig;
import dev.windowshop.relay.oidc.OidcConfig;
import dev.windowshop.relay.stripe.StripeConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a relay is told when it starts.
///
/// @param data folder of its secrets and pictures, and of its database unless that is elsewhere
/// @param database where the data is, and what is logged about it
/// @param port 0 for any that is free
/// @param demo fill an empty database with the demo shop
/// @param drawAhead draw the shop's pictures before anybody asks for them
/// @param currency ISO 4217; counts at the first start only
/// @param accessLife how long an access token works
/// @param refreshLife how long a session lives unused
/// @param privateKeys PEM files of the keys that sign tokens, the first signing
/// @param passwords what the hash of a new password costs
/// @param mail the server that takes mail; null for none
/// @param recommendEvery how often popularity, features and recommendations are learnt anew
/// @param limits how often somebody may do something
/// @param edge TLS, CORS and metrics
/// @param trustedProxies whose `X-Forwarded-For` is believed
/// @param testPayments offer the payment provider that moves no money
/// @param stripe card payments; null for none
/// @param oidc the providers that people may sign in with
/// @param attachments limits of uploads
/// @param iceServers STUN and TURN addresses that callers are told, `stun:…` or `turn:…`
/// @param turnSecret makes credentials for the TURN servers; null where they ask for none
public record RelayConfig(
    Path data,
    DatabaseConfig database,
    String host,
    int port,
    boolean demo,
    boolean drawAhead,
    String currency,
    Duration accessLife,
    Duration refreshLife,
    List<Path> privateKeys,
    PasswordCost passwords,
    @Nullable SmtpConfig mail,
    Duration recommendEvery,
    List<String> iceServers,
    @Nullable TurnSecret turnSecret,
    LimitConfig limits,
    List<String> trustedProxies,
    EdgeConfig edge,
    boolean testPayments,
    @Nullable StripeConfig stripe,
    OidcConfig oidc,
    AttachmentConfig attachments,
    Clock clock) {

  public RelayConfig {
    iceServers = List.copyOf(iceServers);
    privateKeys = List.copyOf(privateKeys);
    trustedProxies = List.copyOf(trustedProxies);
  }

  public static final String DEFAULT_CURRENCY = "EUR";

  /// Loopback, a free port, nothing in it, no limits, and passwords that cost nothing to guess: for
  /// tests and tools.
  public static RelayConfig local(Path data) {
    return new Builder(data).passwords(PasswordCost.LEAST).build();
  }

  /// This one with something else in it.
  public RelayConfig with(Consumer<Builder> change) {
    Builder builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  public RelayConfig withDemo(boolean on) {
    return with(config -> config.demo(on));
  }

  public RelayConfig withPort(int port) {
    return with(config -> config.port(port));
  }

  public RelayConfig withDatabase(DatabaseAddress address) {
    return with(config -> config.database(database.withAddress(address)));
  }

  public RelayConfig withClock(Clock clock) {
    return with(config -> config.clock(clock));
  }

  /// Begins with what [#local] says.
  public static final class Builder {
    private final Path data;
    private DatabaseConfig database;
    private String host = "127.0.0.1";
    private int port = 0;
    private boolean demo = false;
    private boolean drawAhead = false;
    private String currency = DEFAULT_CURRENCY;
    private Duration accessLife = Duration.ofMinutes(15);
    private Duration refreshLife = Duration.ofDays(30);
    private List<Path> privateKeys = List.of();
    private PasswordCost passwords = PasswordCost.DEFAULT;
    private @Nullable SmtpConfig mail;
    private Duration recommendEvery = Duration.ofHours(1);
    private List<String> iceServers = List.of();
    private @Nullable TurnSecret turnSecret;
    private LimitConfig limits = LimitConfig.NONE;
    private List<String> trustedProxies = List.of();
    private EdgeConfig edge = EdgeConfig.PLAIN;
    private boolean testPayments = false;
    private @Nullable StripeConfig stripe;
    private OidcConfig oidc = OidcConfig.none();
    private AttachmentConfig attachments = AttachmentConfig.defaults();
    private Clock clock = Clock.systemUTC();

    private Builder(Path data) {
      this.data = data;
      this.database = DatabaseConfig.inFolder(data);
    }

    private Builder(RelayConfig config) {
      data = config.data;
      database = config.database;
      host = config.host;
      port = config.port;
      demo = config.demo;
      drawAhead = config.drawAhead;
      currency = config.currency;
      accessLife = config.accessLife;
      refreshLife = config.refreshLife;
      privateKeys = config.privateKeys;
      passwords = config.passwords;
      mail = config.mail;
      recommendEvery = config.recommendEvery;
      iceServers = config.iceServers;
      turnSecret = config.turnSecret;
      limits = config.limits;
      trustedProxies = config.trustedProxies;
      edge = config.edge;
      testPayments = config.testPayments;
      stripe = config.stripe;
      oidc = config.oidc;
      attachments = config.attachments;
      clock = config.clock;
    }

    public Builder database(DatabaseConfig value) {
      database = value;
      return this;
    }

    public Builder host(String value) {
      host = value;
      return this;
    }

    public Builder port(int value) {
      port = value;
      return this;
    }

    public Builder demo(boolean value) {
      demo = value;
      return this;
    }

    public Builder drawAhead(boolean value) {
      drawAhead = value;
      return this;
    }

    public Builder currency(String value) {
      currency = value;
      return this;
    }

    public Builder accessLife(Duration value) {
      accessLife = value;
      return this;
    }

    public Builder recommendEvery(Duration value) {
      recommendEvery = value;
      return this;
    }

    public Builder refreshLife(Duration value) {
      refreshLife = value;
      return this;
    }

    public Builder privateKeys(List<Path> value) {
      privateKeys = value;
      return this;
    }

    public Builder passwords(PasswordCost value) {
      passwords = value;
      return this;
    }

    public Builder mail(@Nullable SmtpConfig value) {
      mail = value;
      return this;
    }

    public Builder iceServers(List<String> value) {
      iceServers = value;
      return this;
    }

    public Builder turnSecret(@Nullable TurnSecret value) {
      turnSecret = value;
      return this;
    }

    public Builder limits(LimitConfig value) {
      limits = value;
      return this;
    }

    public Builder edge(EdgeConfig value) {
      edge = value;
      return this;
    }

    public Builder trustedProxies(List<String> value) {
      trustedProxies = value;
      return this;
    }

    public Builder stripe(@Nullable StripeConfig value) {
      stripe = value;
      return this;
    }

    public Builder testPayments(boolean value) {
      testPayments = value;
      return this;
    }

    public Builder oidc(OidcConfig value) {
      oidc = value;
      return this;
    }

    public Builder attachments(AttachmentConfig value) {
      attachments = value;
      return this;
    }

    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    private RelayConfig build() {
      return new RelayConfig(
          data,
          database,
          host,
          port,
          demo,
          drawAhead,
          currency,
          accessLife,
          refreshLife,
          privateKeys,
          passwords,
          mail,
          recommendEvery,
          iceServers,
          turnSecret,
          limits,
          trustedProxies,
          edge,
          testPayments,
          stripe,
          oidc,
          attachments,
          clock);
    }
  }
}
