package dev.windowshop.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.bench.Child;
import dev.windowshop.bench.RelayJar;
import dev.windowshop.bench.Rest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The relay's jar, with people who signed up and groups that they made over REST.
record RelayTarget(Child process, String address, List<String> tokens, Map<Integer, String> rooms)
    implements Target {
  private static final List<String> OPTIONS =
      List.of("--port", "0", "--token-minutes", "600", "--limit", "all=off");

  static RelayTarget start(
      RelayJar jar, Path work, List<Integer> sizes, List<String> flags, List<String> options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(OPTIONS);
    all.addAll(options);
    Child process = jar.serve(work.resolve("relay-data"), work.resolve("relay.log"), flags, all);
    String address = process.awaitAddress();
    Rest rest = Rest.at(address);
    int users = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    List<String> tokens = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      JsonNode signedUp =
          rest.post(
              "/auth/signup",
              Map.of(
                  "email", "user" + i + "@example.org",
                  "username", "user" + i,
                  "password", "correct horse battery staple",
                  "displayName", "User " + i));
      tokens.add(signedUp.path("accessToken").asText());
      ids.add(signedUp.path("user").path("id").asText());
    }
    Map<Integer, String> rooms = new LinkedHashMap<>();
    for (int size : sizes) {
      JsonNode group =
          rest.as(tokens.getFirst())
              .post(
                  "/conversations",
                  Map.of(
                      "kind",
                      "group",
                      "name",
                      "Room of " + size,
                      "memberIds",
                      ids.subList(1, size),
                      "maxMembers",
                      size));
      rooms.put(size, group.path("id").asText());
    }
    return new RelayTarget(process, address, tokens, rooms);
  }

  @Override
  public String name() {
    return "relay";
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
