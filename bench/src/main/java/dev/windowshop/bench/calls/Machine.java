package dev.windowshop.bench.calls;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// What a process takes of this machine. Memory and descriptors are Linux's to tell; elsewhere they
/// are 0.
record Machine(double heapMb, double residentMb, int threads, int descriptors) {
  /// This process after a collection.
  static Machine here() throws IOException {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return new Machine(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
        residentMb(ProcessHandle.current().pid()),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        descriptors(ProcessHandle.current().pid()));
  }

  static Duration cpu(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  static double residentMb(long pid) throws IOException {
    return status(pid, "VmRSS:") / 1e3;
  }

  static int threads(long pid) throws IOException {
    return (int) status(pid, "Threads:");
  }

  static int descriptors(long pid) throws IOException {
    Path folder = Path.of("/proc/" + pid + "/fd");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return (int) all.count();
    }
  }

  private static long status(long pid, String key) throws IOException {
    Path file = Path.of("/proc/" + pid + "/status");
    if (!Files.isReadable(file)) {
      return 0;
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
