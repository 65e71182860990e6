package dev.windowshop.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel says about a process. Linux only.
public record ServerProcess(long pid) {
  private static final double TICKS_PER_SECOND = 100;

  /// User and system time of all its threads, ended ones too.
  public double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  public long residentKb() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("no resident size of process " + pid);
  }
}
