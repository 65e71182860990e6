package dev.windowshop.client.media.process;

import dev.windowshop.client.media.engine.CallPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the media process is started: by its own launcher in an installed application, else by this
/// process's Java on this process's class path.
final class ChildCommand {
  /// Names the launcher; jpackage's configuration sets it.
  static final String LAUNCHER_PROPERTY = "windowshop.launcher";

  /// Names a cache that `MediaMain --rehearse` made with the same flags and class path.
  static final String AOT_CACHE_PROPERTY = "windowshop.media.aot";

  private static final String MAIN = "dev.windowshop.client.media.child.MediaMain";

  /// Small, quick to start, and quiet when it crashes.
  private static final List<String> FLAGS =
      List.of(
          "-Xms16m",
          "-Xmx128m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED");

  private ChildCommand() {}

  /// @param folder for the child's temporary files, its log and its crash report
  /// @param more of the environment
  static ProcessBuilder builder(Path folder, Map<String, String> more) {
    List<String> own =
        List.of("-Djava.io.tmpdir=" + folder, "-XX:ErrorFile=" + folder.resolve("crash.log"));
    String launcher = System.getProperty(LAUNCHER_PROPERTY);
    ProcessBuilder builder;
    if (launcher != null) {
      builder = new ProcessBuilder(launcher);
      // A launcher reads its flags from its own file; these differ from child to child.
      builder.environment().put("JAVA_TOOL_OPTIONS", quoted(own));
    } else {
      List<String> command = new ArrayList<>();
      command.add(java());
      command.addAll(FLAGS);
      command.addAll(own);
      String certificates = System.getProperty(CallPath.CERTIFICATES_PROPERTY);
      if (certificates != null) {
        command.add("-D" + CallPath.CERTIFICATES_PROPERTY + "=" + certificates);
      }
      String cache = System.getProperty(AOT_CACHE_PROPERTY);
      if (cache != null && Files.isReadable(Path.of(cache))) {
        command.add("-XX:AOTCache=" + cache);
      }
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(MAIN);
      builder = new ProcessBuilder(command);
    }
    Map<String, String> environment = builder.environment();
    // With it a second launcher believes that it is the first one's child, and fails.
    environment.remove("_JPACKAGE_LAUNCHER");
    environment.putAll(more);
    builder.redirectErrorStream(true);
    builder.redirectOutput(log(folder).toFile());
    return builder;
  }

  static Path log(Path folder) {
    return folder.resolve("child.log");
  }

  private static String quoted(List<String> options) {
    return String.join(" ", options.stream().map(option -> "\"" + option + "\"").toList());
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
