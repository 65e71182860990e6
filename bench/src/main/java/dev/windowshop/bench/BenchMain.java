package dev.windowshop.bench;

import dev.windowshop.bench.calls.CallsCommand;
import dev.windowshop.bench.chat.ChatCommand;
import dev.windowshop.bench.conformance.ConformanceCommand;
import dev.windowshop.bench.fanout.FanoutCommand;
import dev.windowshop.bench.recommend.RecommendationsBench;
import dev.windowshop.bench.store.CatalogCommand;
import dev.windowshop.bench.store.CheckoutCommand;
import dev.windowshop.bench.torture.TortureCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The benchmarks' command line.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {
      StartupBench.class,
      FanoutCommand.class,
      ChatCommand.class,
      CallsCommand.class,
      RecommendationsBench.class,
      CatalogCommand.class,
      CheckoutCommand.class,
      TortureCommand.class,
      FuzzCommand.class,
      ConformanceCommand.class
    },
    description = "Measures, prints a table and writes JSON.")
public final class BenchMain {
  private BenchMain() {}

  public static void main(String[] args) {
    CommandLine commandLine =
        new CommandLine(new BenchMain()).setCaseInsensitiveEnumValuesAllowed(true);
    if (args.length == 0) {
      commandLine.usage(System.err);
      System.exit(2);
    }
    System.exit(commandLine.execute(args));
  }
}
