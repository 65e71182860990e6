package dev.windowshop.relay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Where settings that are not on the command line come from: the environment, then the
/// configuration file. `--token-minutes` is `WINDOWSHOP_TOKEN_MINUTES` in the one and
/// `token-minutes = 15` in the other. What is a secret may be in a file of its own, whose name the
/// setting with `-file` at the end says.
final class Settings implements IDefaultValueProvider {
  private static final String FILE = "-file";

  private final Map<String, String> environment;
  private final Map<String, String> lines;

  private Settings(Map<String, String> environment, Map<String, String> lines) {
    this.environment = environment;
    this.lines = lines;
  }

  /// @param arguments looked through for `--config`
  /// @throws WrongSettingException when the file can't be read or holds what is no setting
  static Settings of(Map<String, String> environment, List<String> arguments, CommandLine root) {
    String file = environment.get(variable("--config"));
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--config=")) {
        file = argument.substring("--config=".length());
      } else if (argument.equals("--config") && i + 1 < arguments.size()) {
        file = arguments.get(i + 1);
      }
    }
    Map<String, String> lines =
        file == null || file.isBlank() ? Map.of() : read(Path.of(file), names(root));
    return new Settings(environment, lines);
  }

  static String variable(String option) {
    return "WINDOWSHOP_"
        + option.replaceFirst("^--", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()) {
      String name = option.longestName().replaceFirst("^--", "");
      String value = set(environment.get(variable(name)));
      if (value == null) {
        value = content(name, environment.get(variable(name + FILE)));
      }
      if (value == null) {
        value = set(lines.get(name));
      }
      return value == null ? content(name, lines.get(name + FILE)) : value;
    }
    return null;
  }

  /// Turns `--name-file FILE` into `--name CONTENT`, for every option that there is.
  static String[] withContents(List<String> arguments, CommandLine root) {
    Set<String> names = names(root);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String flag = equals < 0 ? argument : argument.substring(0, equals);
      String name = flag.endsWith(FILE) ? flag.substring(2, flag.length() - FILE.length()) : "";
      boolean ours =
          flag.startsWith("--") && names.contains(name) && !names.contains(flag.substring(2));
      if (!ours || (equals < 0 && i + 1 == arguments.size())) {
        all.add(argument);
      } else {
        String file = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
        all.add("--" + name + "=" + content(name, file));
      }
    }
    return all.toArray(String[]::new);
  }

  private static @Nullable String set(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private static @Nullable String content(String name, @Nullable String file) {
    if (file == null || file.isEmpty()) {
      return null;
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new WrongSettingException(
          "The file of " + name + ", " + file + ", can't be read: " + reason(e) + ".");
    }
  }

  /// `name = value` lines; empty ones and those that begin with `#` say nothing. A name may come
  /// several times: an option that takes one value takes the last.
  private static Map<String, String> read(Path file, Set<String> names) {
    List<String> text;
    try {
      text = Files.readAllLines(file);
    } catch (IOException e) {
      throw new WrongSettingException(
          "The configuration file " + file + " can't be read: " + reason(e) + ".");
    }
    Map<String, String> lines = new LinkedHashMap<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String name = equals < 0 ? line : line.substring(0, equals).strip();
      if (equals < 0) {
        throw new WrongSettingException(
            file + ", line " + (i + 1) + ": '" + line + "' is no 'name = value'.");
      }
      String plain = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
      if (!names.contains(name) && !names.contains(plain)) {
        throw new WrongSettingException(
            file
                + ", line "
                + (i + 1)
                + ": there is no setting '"
                + name
                + "'"
                + near(name, names));
      }
      String value = line.substring(equals + 1).strip();
      if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
        value = value.substring(1, value.length() - 1);
      }
      lines.merge(name, value, (before, now) -> before + "," + now);
    }
    return lines;
  }

  private static String near(String name, Set<String> names) {
    for (String known : names) {
      if (known.startsWith(name) || name.startsWith(known)) {
        return "; did you mean '" + known + "'?";
      }
    }
    return ".";
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? "there is none"
        : String.valueOf(e.getMessage());
  }

  /// Of all commands, without the dashes.
  private static Set<String> names(CommandLine root) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : root.getCommandSpec().options()) {
      names.add(option.longestName().replaceFirst("^--", ""));
    }
    root.getSubcommands().values().forEach(command -> names.addAll(names(command)));
    names.removeAll(Set.of("help", "version", "config"));
    return names;
  }

  /// Fit to be shown.
  static final class WrongSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongSettingException(String why) {
      super(why);
    }
  }
}
