package dev.windowshop.bench.conformance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `conformance-server`: the Socket.IO layer as the protocol's own suites want it, until stopped.
@Command(
    name = "conformance-server",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Serves the behaviour that the official protocol suites ask of a server.")
public final class ConformanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3000",
      description = "Port on localhost, 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--loops",
      paramLabel = "N",
      defaultValue = "1",
      description = "Event loops (default: ${DEFAULT-VALUE}).")
  private int loops;

  @Option(
      names = "--auth-delay",
      paramLabel = "MS",
      defaultValue = "100",
      description =
          "How long the event after a connection waits, for suites that miss the second of two"
              + " messages that come together; 0 for none (default: ${DEFAULT-VALUE}).")
  private int authDelay;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535 || loops < 1 || loops > 64 || authDelay < 0) {
      throw new ParameterException(
          spec.commandLine(), "--port is 0 to 65535, --loops 1 to 64, --auth-delay 0 or more.");
    }
    ConformanceServer server;
    try {
      server = new ConformanceServer(port, loops, Duration.ofMillis(authDelay));
    } catch (RuntimeException e) {
      System.err.println("It can't listen on port " + port + ": " + e.getMessage());
      return 1;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    System.out.println("listening on http://127.0.0.1:" + server.port());
    System.out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
