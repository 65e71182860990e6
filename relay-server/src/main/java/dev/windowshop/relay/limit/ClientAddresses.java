package dev.windowshop.relay.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose address a request came from. `X-Forwarded-For` says it only when the connection is from a
/// proxy that the operator named: anybody else could write anything there.
public final class ClientAddresses {
  private final List<Network> proxies = new ArrayList<>();

  /// @param trustedProxies addresses or networks: `10.0.0.5`, `10.0.0.0/8`, `fd00::/8`
  /// @throws IllegalArgumentException naming the one that is none
  public ClientAddresses(List<String> trustedProxies) {
    trustedProxies.forEach(proxy -> proxies.add(Network.parse(proxy)));
  }

  /// The client's address: that of the connection, or, behind trusted proxies, the last one in the
  /// header that is none of theirs.
  public String of(String remoteAddress, @Nullable String forwardedFor) {
    String client = remoteAddress;
    if (forwardedFor != null) {
      String[] hops = forwardedFor.split(",");
      for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
        String hop = hops[i].strip();
        if (literal(hop) == null) {
          break;
        }
        client = hop;
      }
    }
    return client;
  }

  /// What a limit counts by: an IPv4 address whole, an IPv6 one by its /64, since one household has
  /// as many addresses in that as it likes.
  public static String key(String address) {
    byte[] bytes = literal(address);
    if (bytes == null) {
      return address;
    }
    if (bytes.length == 4) {
      return (bytes[0] & 0xff)
          + "."
          + (bytes[1] & 0xff)
          + "."
          + (bytes[2] & 0xff)
          + "."
          + (bytes[3] & 0xff);
    }
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < 8; i += 2) {
      prefix.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff)).append(':');
    }
    return prefix + ":/64";
  }

  public static boolean isLoopback(String address) {
    byte[] bytes = literal(address);
    return bytes != null
        && (bytes.length == 4 ? bytes[0] == 127 : address.matches("\\[?(0*:)*:?0*1]?"));
  }

  private boolean isTrusted(String address) {
    byte[] bytes = literal(address);
    return bytes != null && proxies.stream().anyMatch(proxy -> proxy.contains(bytes));
  }

  /// The bytes of a literal address; null for anything else, so that no name is ever looked up.
  private static byte @Nullable [] literal(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    int zone = bare.indexOf('%');
    if (zone >= 0) {
      bare = bare.substring(0, zone);
    }
    boolean v4 = bare.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    boolean v6 = bare.contains(":") && bare.matches("[0-9a-fA-F:.]{2,45}");
    if (!v4 && !v6) {
      return null;
    }
    try {
      return InetAddress.getByName(bare).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private record Network(byte[] address, int bits) {
    static Network parse(String text) {
      int slash = text.indexOf('/');
      byte[] address = literal(slash < 0 ? text.strip() : text.substring(0, slash).strip());
      if (address != null) {
        String length = slash < 0 ? "" : text.substring(slash + 1).strip();
        int bits =
            slash < 0
                ? address.length * 8
                : length.matches("\\d{1,3}") ? Integer.parseInt(length) : -1;
        if (bits >= 0 && bits <= address.length * 8) {
          return new Network(address, bits);
        }
      }
      throw new IllegalArgumentException("'" + text + "' is no address or network");
    }

    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((address[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
