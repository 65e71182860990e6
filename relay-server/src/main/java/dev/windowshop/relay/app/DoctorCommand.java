package dev.windowshop.relay.app;

import dev.windowshop.relay.doctor.Doctor;
import dev.windowshop.relay.doctor.Exposure;
import dev.windowshop.relay.doctor.Finding;
import dev.windowshop.relay.doctor.TlsCheck;
import dev.windowshop.relay.limit.Limit;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// `doctor`: looks a relay over, also while it serves, and says what to do.
@Command(
    name = "doctor",
    description = {
      "Look a relay over, also while it serves: permissions, keys, room, database, last backup,"
          + " and how it is set up. Changes nothing.",
      "Takes the options of 'relay serve' too: give those that the relay is served with."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing is broken", "1:something is", "2:misused"},
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--backup-days",
      paramLabel = "N",
      defaultValue = "2",
      description = "An older backup is a warning (default: ${DEFAULT-VALUE}).")
  private int backupDays;

  @Unmatched private List<String> ofServe = new ArrayList<>();

  @Override
  public Integer call() {
    if (backupDays < 0) {
      throw new ParameterException(spec.commandLine(), "--backup-days must not be negative.");
    }
    RelayConfig config = config();
    if (!Files.isDirectory(config.data())) {
      throw new CannotStartException(
          "There is no data folder " + config.data() + ": name it with --data.");
    }
    Exposure exposure =
        new Exposure(
            isLoopback(config.host()),
            config.demo(),
            tls(config.edge().tls()),
            config.edge().corsOrigins(),
            Arrays.stream(Limit.values())
                .anyMatch(limit -> config.limits().rate(limit).isPresent()));
    List<Finding> findings =
        new Doctor(config.data(), config.database().address(), exposure)
            .look(Instant.now(), Duration.ofDays(backupDays));
    tell(findings);
    return findings.stream().anyMatch(f -> f.level() == Finding.Level.FAILED) ? 1 : 0;
  }

  /// What `serve` would make of the same words.
  private RelayConfig config() {
    CommandLine serve = spec.root().commandLine().getSubcommands().get("serve");
    if (serve == null || !(serve.getCommand() instanceof ServeCommand command)) {
      throw new IllegalStateException("there is no serve");
    }
    serve.parseArgs(ofServe.toArray(String[]::new));
    return command.config();
  }

  private static @Nullable TlsCheck tls(@Nullable TlsConfig tls) {
    return switch (tls) {
      case null -> null;
      case TlsConfig.Pem(Path certificate, Path key) -> new TlsCheck(certificate, key, null);
      case TlsConfig.Keystore(Path file, String password) -> new TlsCheck(file, file, password);
    };
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void tell(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.println(
          switch (finding.level()) {
                case OK -> "ok       ";
                case WARNING -> "warning  ";
                case FAILED -> "FAILED   ";
              }
              + finding.what());
      if (!finding.todo().isEmpty()) {
        out.println("         → " + finding.todo());
      }
    }
    out.flush();
  }
}
