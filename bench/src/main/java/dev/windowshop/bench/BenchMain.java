package dev.windowshop.bench;

import dev.windowshop.bench.conformance.ConformanceServer;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The benchmarks' command line.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {StartupBench.class, BenchMain.Conformance.class},
    description = "Measures, prints a table and writes JSON.")
public final class BenchMain {
  private BenchMain() {}

  public static void main(String[] args) {
    CommandLine commandLine = new CommandLine(new BenchMain());
    if (args.length == 0) {
      commandLine.usage(System.err);
      System.exit(2);
    }
    System.exit(commandLine.execute(args));
  }

  /// Serves the behaviour that the protocol's own suites ask for, until stopped.
  @Command(
      name = "conformance-server",
      mixinStandardHelpOptions = true,
      description = "The Socket.IO layer as the official protocol suites expect it.")
  static final class Conformance implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "3000", description = "port on 127.0.0.1 (3000)")
    private int port;

    @Option(names = "--loops", defaultValue = "1", description = "event loops (1)")
    private int loops;

    @Override
    public Integer call() throws InterruptedException {
      return ConformanceServer.run(
          new String[] {"--port", Integer.toString(port), "--loops", Integer.toString(loops)});
    }
  }
}
