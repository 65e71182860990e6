package dev.windowshop.client.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windowshop.client.platform.AtomicFile;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `app --smoke` found, as its file says it.
///
/// @param ok whether every step was
/// @param start milliseconds since the process began, by what had happened
/// @param memory by process; empty where the system does not tell
@JsonInclude(JsonInclude.Include.ALWAYS)
record SmokeReport(
    boolean ok,
    String version,
    String relay,
    String system,
    String java,
    Cache aotCache,
    Map<String, Long> start,
    Map<String, Long> residentKiB,
    @Nullable Talk call,
    List<Step> steps) {

  /// @param detail what was seen, or why it failed
  record Step(String name, boolean ok, long ms, String detail) {}

  /// @param file as the flags name it
  /// @param used whether the virtual machine took it
  record Cache(@Nullable String file, boolean used) {

    /// Of this process.
    static Cache here() {
      String flag = "-XX:AOTCache=";
      String file =
          ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
              .filter(argument -> argument.startsWith(flag))
              .map(argument -> argument.substring(flag.length()))
              .reduce((first, last) -> last)
              .orElse(null);
      return new Cache(file, file != null && mapped(file));
    }

    /// The memory map knows it where there is one; else the virtual machine says that it shares.
    private static boolean mapped(String file) {
      Path maps = Path.of("/proc/self/maps");
      try {
        return Files.isReadable(maps)
            ? Files.readString(maps).contains(Path.of(file).toRealPath().toString())
            : System.getProperty("java.vm.info", "").contains("sharing");
      } catch (IOException e) {
        return false;
      }
    }
  }

  /// Of the call's ten seconds, as the media process measured them.
  ///
  /// @param framesPerSecond pictures of the other that were decoded
  /// @param heard whether the other's tone was
  /// @param seenByOther pictures of ours that the other decoded, a second
  record Talk(
      double seconds,
      double framesPerSecond,
      int width,
      int height,
      double roundTripMs,
      boolean heard,
      double seenByOther) {}

  static String systemHere() {
    return System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " "
        + System.getProperty("os.arch");
  }

  static @Nullable Long residentKiB(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, Json.encodeBytes(this));
  }
}
