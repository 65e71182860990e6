package dev.windowshop.client.preview;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/// Addresses that anybody could ask: none of this machine, of the network that it is in, or of
/// those who run it. A link must not make the app talk to a router or a printer. Thread-safe.
final class PublicAddresses implements Dns {
  private final Dns names;

  PublicAddresses(Dns names) {
    this.names = names;
  }

  /// All of a name's addresses have to be public: which one is taken is not ours to say.
  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = names.lookup(host);
    for (InetAddress address : found) {
      if (!isPublic(address)) {
        throw new UnknownHostException(host + " is no public address");
      }
    }
    return found;
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> isPublic4(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF);
      case Inet6Address _ -> isPublic6(bytes);
      default -> false;
    };
  }

  /// Without what RFC 6890 keeps for other things.
  private static boolean isPublic4(int first, int second, int third) {
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127; // carriers' own
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 ->
          second != 168
              && !(second == 0 && (third == 0 || third == 2))
              && !(second == 88 && third == 99);
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  /// Global unicast (2000::/3) only, and of that none that carries an IPv4 address or leads through
  /// a tunnel: 6to4, Teredo; nor what is kept for documents.
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    boolean global = (first & 0xE000) == 0x2000;
    boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0DB8);
    return global && !special && first != 0x2002 && first != 0x3FFF;
  }
}
