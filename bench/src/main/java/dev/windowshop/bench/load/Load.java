package dev.windowshop.bench.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the load process is asked to do, one line of JSON each.
///
/// @param pid the server's process
/// @param tokens one socket each
/// @param conversationId the room that all of them are in; null to connect and stay idle
/// @param senders how many of the sockets send
/// @param window messages of each sender that may be unanswered at once, when not paced
/// @param perSecond messages a second in all, or 0 for as many as the window allows
public record Load(
    long pid,
    String address,
    List<String> tokens,
    @Nullable String conversationId,
    int senders,
    int window,
    double perSecond,
    int warmupMillis,
    int millis) {

  /// What came of it, for the measured part alone.
  ///
  /// @param deliveries messages that arrived at sockets
  /// @param acked messages that the server acknowledged
  /// @param refused messages that it refused
  /// @param missing deliveries that never came, of everything that was acknowledged
  /// @param p50 milliseconds from sending to arriving
  /// @param cpuSeconds of the server's process
  /// @param residentKb of the server's process, at the end
  public record Result(
      double seconds,
      long deliveries,
      long acked,
      long refused,
      long missing,
      double p50,
      double p99,
      double cpuSeconds,
      double clientCpuSeconds,
      long residentKb,
      @Nullable String firstRefusal) {}
}
