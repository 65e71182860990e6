package dev.windowshop.client.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// What this device is called among the places where one is signed in. Any thread.
public final class DeviceName {
  private static final int LONGEST = 100;

  private DeviceName() {}

  /// For example `Windowshop on maya-laptop (Linux)`. May ask the system for the machine's name.
  public static String here() {
    return of(machine(), System.getProperty("os.name", ""));
  }

  static String of(String machine, String system) {
    String place =
        machine.isBlank() ? system : machine + (system.isBlank() ? "" : " (" + system + ")");
    String name = place.isBlank() ? "Windowshop" : "Windowshop on " + place;
    String line = name.replaceAll("\\p{Cntrl}", "");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  private static String machine() {
    for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name.strip();
      }
    }
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.equals("localhost") ? "" : name.replaceFirst("\\..*", "");
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
