package dev.windowshop.relay.app;

import dev.windowshop.relay.recommend.file.BrokenLines;
import dev.windowshop.relay.recommend.file.FileRecommendation;
import dev.windowshop.relay.recommend.file.FileRecommendation.Mode;
import dev.windowshop.relay.recommend.file.UnreadableFileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `recommend`: the relay's recommender, from files.
@Command(
    name = "recommend",
    description = {
      "Answer users from a file of events, with the recommender that the relay runs.",
      "Events are tab-separated (gzip or not); the first line names the columns user, item,"
          + " timestamp (seconds) and type, in any order; invoice says what was one basket."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:answered; broken lines were left out, counted and named",
      "1:a file could not be used",
      "2:misused"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RecommendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--train", required = true, paramLabel = "FILE", description = "What was done.")
  private Path train;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = "Whom to answer (column user; with --mode group: group and user).")
  private @Nullable Path users;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The answers: user,rank,item.")
  private Path out;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description =
          "Events of visitors who are not in the training and teach nobody; with --mode together"
              + " the first items of baskets.")
  private @Nullable Path queries;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "feed",
      description = "feed, together or group (default: ${DEFAULT-VALUE}).")
  private String mode;

  @Option(names = "--allow-seen", description = "A feed may hold what the user already has.")
  private boolean allowSeen;

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "What is known of the items: item, title, category, brand, seller, price.")
  private @Nullable Path items;

  @Option(
      names = "--k",
      paramLabel = "N",
      defaultValue = "100",
      description = "Items for each user, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int count;

  @Override
  public Integer call() {
    if (users == null && queries == null) {
      throw new ParameterException(
          spec.commandLine(), "Say whom to answer: --users FILE, --queries FILE or both.");
    }
    if (count < 1 || count > 1000) {
      throw new ParameterException(spec.commandLine(), "--k must be between 1 and 1000.");
    }
    if (mode().equals(Mode.GROUP) && users == null) {
      throw new ParameterException(spec.commandLine(), "--mode group needs --users.");
    }
    PrintWriter err = spec.commandLine().getErr();
    BrokenLines broken = new BrokenLines(err::println);
    FileRecommendation.Task task =
        new FileRecommendation.Task(train, users, queries, items, out, mode(), allowSeen, count);
    FileRecommendation.Outcome outcome;
    try {
      outcome = new FileRecommendation(task, broken).run();
    } catch (UnreadableFileException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
    err.println(
        String.format(
            Locale.ROOT,
            "%,d events of %,d users and %,d items, built in %.1f s; %,d answered; %,d broken lines.",
            outcome.built().events(),
            outcome.built().actors(),
            outcome.built().items(),
            outcome.built().took().toMillis() / 1000.0,
            outcome.answered(),
            broken.count()));
    err.flush();
    return 0;
  }

  private Mode mode() {
    return switch (mode) {
      case "feed" -> Mode.FEED;
      case "together" -> Mode.TOGETHER;
      case "group" -> Mode.GROUP;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--mode must be feed, together or group, not '" + mode + "'.");
    };
  }
}
