package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class OperationsPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(--[a-z-]+)[^`]*` \\| `(WINDOWSHOP_[A-Z_]+)` \\|");

  private static final Pattern LIMIT =
      Pattern.compile("(?m)^\\| `([a-z][a-z-]+)` \\| `([^`]+)` \\| ([^|]+) \\|$");

  @Test
  void theTableOfLimitsIsThatOfTheCode() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    Set<String> documented =
        LIMIT
            .matcher(page)
            .results()
            .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> real =
        Arrays.stream(Limit.values())
            .map(limit -> limit.wire() + " " + Rate.text(limit.rate()) + " " + limit.meaning())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(real, documented);
  }

  @Test
  void theTableOfSettingsIsThatOfTheCode() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    Set<String> documented =
        ROW.matcher(page)
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> real =
        Objects.requireNonNull(RelayMain.commandLine(Map.of()).getSubcommands().get("serve"))
            .getCommandSpec()
            .options()
            .stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .map(OptionSpec::longestName)
            .map(name -> name + " " + Settings.variable(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(real.size() > 4);
    assertEquals(real, documented);
  }
}
