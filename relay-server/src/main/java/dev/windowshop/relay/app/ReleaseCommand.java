package dev.windowshop.relay.app;

import dev.windowshop.protocol.Release;
import dev.windowshop.relay.release.ReleaseShelf;
import dev.windowshop.relay.release.UnusableReleaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `release`: versions of the app that the relay hands out.
@Command(
    name = "release",
    description = "Hand out versions of the app; works beside a serving relay.",
    subcommands = {
      ReleaseCommand.Add.class,
      ReleaseCommand.Show.class,
      ReleaseCommand.Remove.class
    },
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, for example: relay release add FILE");
  }

  /// `release add`.
  @Command(
      name = "add",
      description = {
        "Publish an installer. FILE.release.json beside it is its sheet: what it is, what is new, and"
            + " a signature that was made elsewhere. The relay has no signing key."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The installer.")
    private Path file;

    @Option(
        names = "--sheet",
        paramLabel = "FILE",
        description = "Its sheet (default: FILE.release.json).")
    private @Nullable Path sheet;

    @Mixin private DataOption data;

    @Override
    public Integer call() {
      Path beside =
          sheet == null ? file.resolveSibling(file.getFileName() + ".release.json") : sheet;
      for (Path needed : new Path[] {file, beside}) {
        if (!Files.isRegularFile(needed)) {
          throw new CannotStartException("There is no file " + needed + ".");
        }
      }
      try {
        Release release = new ReleaseShelf(data.existing()).add(file, beside, Instant.now());
        tell(spec, "Published " + line(release) + ".");
        return 0;
      } catch (UnusableReleaseException e) {
        throw new CannotStartException(String.valueOf(e.getMessage()), e);
      } catch (IOException e) {
        throw new CannotStartException("It can't be published: " + e.getMessage() + ".", e);
      }
    }
  }

  /// `release list`.
  @Command(
      name = "list",
      description = "What is published, the newest first.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Override
    public Integer call() {
      new ReleaseShelf(data.existing()).all().forEach(release -> tell(spec, line(release)));
      return 0;
    }
  }

  /// `release remove`.
  @Command(
      name = "remove",
      description = "Take a version back, for every system. Who has it keeps it.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "VERSION", description = "Such as 1.2.3.")
    private String version;

    @Mixin private DataOption data;

    @Override
    public Integer call() {
      try {
        int count = new ReleaseShelf(data.existing()).remove(version);
        if (count == 0) {
          throw new CannotStartException("There is no version " + version + ".");
        }
        tell(spec, "Took back " + count + (count == 1 ? " file." : " files."));
        return 0;
      } catch (IOException e) {
        throw new CannotStartException("It can't be taken back: " + e.getMessage() + ".", e);
      }
    }
  }

  private static String line(Release release) {
    return release.version()
        + " for "
        + release.system()
        + " "
        + release.arch()
        + ": "
        + release.fileName();
  }

  private static void tell(CommandSpec spec, String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
