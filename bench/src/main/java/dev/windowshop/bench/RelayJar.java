package dev.windowshop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The relay as it ships, started with the flags that `./windowshop relay` gives it.
public record RelayJar(Path root) {
  public static RelayJar ofRepository() {
    return new RelayJar(Path.of(System.getProperty("windowshop.root", ".")).toAbsolutePath());
  }

  static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  /// @param options of `serve`, after `--data`
  public Child serve(Path data, Path log, List<String> options) throws IOException {
    return serve(data, log, List.of(), options);
  }

  /// @param flags of its JVM
  /// @param options of `serve`, after `--data`
  public Child serve(Path data, Path log, List<String> flags, List<String> options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
    arguments.addAll(options);
    return run(log, flags, arguments);
  }

  /// One of its commands.
  ///
  /// @param flags of its JVM
  public Child run(Path log, List<String> flags, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(java(), "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(
        List.of(System.getProperty("windowshop.bench.relayFlags", "").trim().split("\\s+")));
    command.removeIf(String::isEmpty);
    command.addAll(flags);
    command.addAll(
        List.of("-jar", root.resolve("relay-server/target/relay-server.jar").toString()));
    command.addAll(arguments);
    return new Child(root, log, command);
  }

  /// Another program of the benchmarks', in a process of its own.
  ///
  /// @param arguments of its main method
  public Child beside(Path log, List<String> flags, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new Child(root, log, command);
  }
}
