package dev.windowshop.client.media.engine;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that this machine is on another network. Used by one thread.
final class NetworkWatch {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);

  private final Supplier<Set<String>> addresses;
  private Set<String> known;

  NetworkWatch(Supplier<Set<String>> addresses) {
    this.addresses = addresses;
    this.known = addresses.get();
  }

  /// Whether there is an address that was not there the last time. One that is gone is no reason:
  /// connections that went over it notice by themselves.
  boolean hasNew() {
    Set<String> now = addresses.get();
    boolean more = !known.containsAll(now);
    known = now;
    return more;
  }

  /// Those of this machine that others could reach.
  static Set<String> ofThisMachine() {
    Set<String> found = new TreeSet<>();
    try {
      NetworkInterface.networkInterfaces()
          .filter(NetworkWatch::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .forEach(found::add);
    } catch (SocketException e) {
      LOG.debug("the network can't be looked at: {}", e.getMessage());
    }
    return Set.copyOf(found);
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }
}
