package dev.windowshop.client.netlab;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A cable between two TUN devices, which may be moved into other namespaces. It carries packets
/// until it is closed, as slowly and as badly as it is told to. Not every kernel has `netem`, which
/// would do the same.
public final class Wire implements AutoCloseable {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle OPEN =
      function(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          2);
  private static final MethodHandle IOCTL =
      function(
          "ioctl",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS),
          2);
  private static final MethodHandle READ = transfer("read");
  private static final MethodHandle WRITE = transfer("write");
  private static final int READ_WRITE = 2;
  private static final long SET_INTERFACE = 0x400454caL;
  private static final short TUN_WITHOUT_HEADER = 0x1001;
  private static final int LARGEST = 4096;

  private final int left;
  private final int right;
  private final ScheduledThreadPoolExecutor carrier =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("wire").daemon().factory());
  private final SplittableRandom random = new SplittableRandom(20);
  private volatile long delayMicros;
  private volatile double loss;
  private volatile boolean pulled;

  /// @param leftName of a device that is made in the namespace of this process
  public static Wire between(String leftName, String rightName) throws IOException {
    return new Wire(device(leftName), device(rightName));
  }

  private Wire(int left, int right) {
    this.left = left;
    this.right = right;
    carry(left, right);
    carry(right, left);
  }

  /// Each way.
  public void delay(Duration time) {
    delayMicros = time.toNanos() / 1000;
  }

  /// @param share of the packets, 0 to 1
  public void lose(double share) {
    loss = share;
  }

  public void pull() {
    pulled = true;
  }

  public void plugIn() {
    pulled = false;
  }

  private void carry(int from, int to) {
    // It stays in `read` until its device is gone: there is no waking it up.
    Thread.ofPlatform()
        .name("wire-end")
        .daemon()
        .start(() -> {
          try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(LARGEST);
            for (long size = 0;
                size >= 0;
                size = (long) READ.invokeExact(from, buffer, (long) LARGEST)) {
              if (size > 0 && !pulled && random() >= loss) {
                byte[] packet = buffer.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
                carrier.schedule(() -> put(to, packet), delayMicros, TimeUnit.MICROSECONDS);
              }
            }
          } catch (Throwable e) {
            throw new IllegalStateException("a wire broke", e);
          }
        });
  }

  private synchronized double random() {
    return random.nextDouble();
  }

  private static void put(int to, byte[] packet) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, packet);
      // What a device that is down does not take is lost, as on any wire.
      var _ = (long) WRITE.invokeExact(to, buffer, (long) packet.length);
    } catch (Throwable e) {
      throw new IllegalStateException("a wire broke", e);
    }
  }

  private static int device(String name) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int file = (int) OPEN.invokeExact(arena.allocateFrom("/dev/net/tun"), READ_WRITE);
      MemorySegment request = arena.allocate(40);
      request.setString(0, name);
      request.set(ValueLayout.JAVA_SHORT, 16, TUN_WITHOUT_HEADER);
      if (file < 0 || (int) IOCTL.invokeExact(file, SET_INTERFACE, request) < 0) {
        throw new IOException("no TUN device can be made here");
      }
      return file;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle transfer(String name) {
    return LINKER.downcallHandle(
        symbol(name),
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG));
  }

  private static MethodHandle function(String name, FunctionDescriptor type, int variadicFrom) {
    return LINKER.downcallHandle(symbol(name), type, Linker.Option.firstVariadicArg(variadicFrom));
  }

  private static MemorySegment symbol(String name) {
    SymbolLookup lookup = LINKER.defaultLookup();
    return lookup.find(name).orElseThrow(() -> new IllegalStateException("there is no " + name));
  }

  @Override
  public void close() {
    pulled = true;
    carrier.shutdownNow();
  }
}
