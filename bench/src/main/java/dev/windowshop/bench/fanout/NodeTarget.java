package dev.windowshop.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.bench.Child;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The reference under `bench/node`, which makes its users and rooms itself.
record NodeTarget(Child process, String address, List<String> tokens, Map<Integer, String> rooms)
    implements Target {
  static NodeTarget start(Path root, Path work, List<Integer> sizes)
      throws IOException, InterruptedException {
    Path folder = root.resolve("bench/node");
    if (!Files.isDirectory(folder.resolve("node_modules"))) {
      install(folder, work);
    }
    Path data = Files.createDirectories(work.resolve("node-data"));
    int users = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    Child process =
        new Child(
            folder,
            work.resolve("node.log"),
            List.of(
                "node",
                "server.js",
                "--data",
                data.toString(),
                "--users",
                Integer.toString(users),
                "--rooms",
                sizes.stream().map(String::valueOf).collect(Collectors.joining(","))));
    String address = process.awaitAddress();
    JsonNode seed = Json.decode(Files.readAllBytes(data.resolve("seed.json")), JsonNode.class);
    List<String> tokens = new ArrayList<>();
    seed.path("tokens").forEach(token -> tokens.add(token.textValue()));
    Map<Integer, String> rooms = new LinkedHashMap<>();
    seed.path("rooms")
        .properties()
        .forEach(room -> rooms.put(Integer.valueOf(room.getKey()), room.getValue().textValue()));
    return new NodeTarget(process, address, tokens, rooms);
  }

  private static void install(Path folder, Path work) throws IOException, InterruptedException {
    Process npm =
        new ProcessBuilder("npm", "ci")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("npm.log").toFile())
            .start();
    if (npm.waitFor() != 0) {
      throw new IOException("npm ci failed in " + folder + "; see " + work.resolve("npm.log"));
    }
  }

  @Override
  public String name() {
    return "node";
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
