package dev.windowshop.client.netlab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A public host and homes, each behind a router that translates addresses and takes other ports
/// for each destination, so that no two homes reach each other directly.
public final class Internet implements AutoCloseable {
  /// Where the public host is to be reached.
  public static final String HOST = "10.77.0.1";

  private static final String PUBLIC = "host";

  private final String mark = "w" + ProcessHandle.current().pid() % 100_000;
  private final List<String> namespaces = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<Process> started = new ArrayList<>();
  private int homes;

  /// Why there can be none here, fit for a skipped test; empty when there can.
  public static String obstacle() {
    for (String program : List.of("ip", "nft")) {
      if (!isInstalled(program)) {
        return program + " is not installed";
      }
    }
    if (!Files.isReadable(Path.of("/dev/net/tun"))) {
      return "there is no /dev/net/tun";
    }
    try {
      String probe = "w" + ProcessHandle.current().pid() + "probe";
      run("ip", "netns", "add", probe);
      try {
        run("ip", "netns", "exec", probe, "nft", "add table ip probe");
      } finally {
        run("ip", "netns", "del", probe);
      }
      return "";
    } catch (IOException e) {
      return "network namespaces are not permitted: " + e.getMessage();
    }
  }

  public static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(place -> Path.of(place).resolve(program))
        .anyMatch(Files::isExecutable);
  }

  public Internet() throws IOException {
    namespace(PUBLIC);
    in(PUBLIC, "ip", "addr", "add", HOST + "/32", "dev", "lo");
    forward(PUBLIC);
    // Whatever is nowhere is still sent, as on any public host: coturn gives up a client whose peer
    // it has no route to.
    String nowhere = "nowhere";
    namespace(nowhere);
    run("ip", "link", "add", mark + "n", "type", "veth", "peer", "name", mark + "v");
    move(mark + "n", PUBLIC, "10.77.250.1/24");
    move(mark + "v", nowhere, "10.77.250.2/24");
    in(PUBLIC, "ip", "route", "add", "default", "via", "10.77.250.2");
  }

  /// A machine at home, named `home1`, `home2` and so on, and the wire from it to its router.
  public Wire home() throws IOException {
    int number = ++homes;
    String home = home(number);
    String router = "router" + number;
    namespace(home);
    namespace(router);
    forward(router);
    String there = mark + "u" + number;
    String here = mark + "d" + number;
    run("ip", "link", "add", there, "type", "veth", "peer", "name", here);
    move(there, PUBLIC, "10.77." + number + ".1/24");
    move(here, router, "10.77." + number + ".2/24");
    in(router, "ip", "route", "add", "default", "via", "10.77." + number + ".1");
    in(router, "nft", "add table ip nat");
    in(router, "nft", "add chain ip nat out { type nat hook postrouting priority 100; }");
    in(router, "nft", "add rule ip nat out oifname " + here + " masquerade fully-random");
    Wire wire = Wire.between(device(number), mark + "r" + number);
    wires.add(wire);
    move(device(number), home, address(number, 2));
    move(mark + "r" + number, router, address(number, 1));
    in(home, "ip", "route", "add", "default", "dev", device(number));
    return wire;
  }

  /// The home's machine gets another address in place of the one that it has.
  public void readdress(int number, int from, int to) throws IOException {
    in(home(number), "ip", "addr", "del", address(number, from), "dev", device(number));
    in(home(number), "ip", "addr", "add", address(number, to), "dev", device(number));
    in(home(number), "ip", "route", "replace", "default", "dev", device(number));
  }

  private String device(int number) {
    return mark + "h" + number;
  }

  private static String address(int number, int last) {
    return "192.168." + number + "." + last + "/24";
  }

  public static String home(int number) {
    return "home" + number;
  }

  /// Starts a program on the public host.
  public Process onHost(ProcessBuilder program) throws IOException {
    return start(PUBLIC, program);
  }

  /// Starts a program on a home's machine.
  public Process atHome(int number, ProcessBuilder program) throws IOException {
    return start(home(number), program);
  }

  private Process start(String where, ProcessBuilder program) throws IOException {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", mark + where));
    command.addAll(program.command());
    Process process = program.command(command).start();
    started.add(process);
    return process;
  }

  private void namespace(String name) throws IOException {
    run("ip", "netns", "add", mark + name);
    namespaces.add(mark + name);
    in(name, "ip", "link", "set", "lo", "up");
  }

  private void forward(String name) throws IOException {
    in(name, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
  }

  private void move(String device, String name, String address) throws IOException {
    run("ip", "link", "set", device, "netns", mark + name);
    in(name, "ip", "addr", "add", address, "dev", device);
    in(name, "ip", "link", "set", device, "up");
  }

  private void in(String name, String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", mark + name));
    all.addAll(List.of(command));
    run(all.toArray(String[]::new));
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    for (Process process : started.reversed()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.onExit().join();
    }
    wires.forEach(Wire::close);
    for (String namespace : namespaces) {
      try {
        run("ip", "netns", "del", namespace);
      } catch (IOException e) {
        // The next one goes all the same.
        System.err.println(e.getMessage());
      }
    }
  }
}
