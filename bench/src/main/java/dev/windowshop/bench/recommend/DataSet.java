package dev.windowshop.bench.recommend;

import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.file.BrokenLines;
import dev.windowshop.relay.recommend.file.EventFile;
import dev.windowshop.relay.recommend.file.FileRecommendation.Mode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder with `train`, `holdout` and maybe `queries` and `items`, each .tsv or .tsv.gz.
///
/// @param users whom to answer: those of the holdout
/// @param profiles what is known of each: of the queries, else of the training
/// @param targets what is to be foretold for each
record DataSet(
    String name,
    Path train,
    @Nullable Path queries,
    @Nullable Path items,
    Mode mode,
    List<Event> events,
    Map<String, Set<String>> profiles,
    Map<String, Set<String>> targets) {
  /// The folder itself, or those in it that are data sets.
  static List<DataSet> in(Path folder) {
    List<DataSet> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path one : Stream.concat(Stream.of(folder), folders.sorted()).toList()) {
        if (Files.isDirectory(one) && file(one, "train") != null && file(one, "holdout") != null) {
          found.add(read(one));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static DataSet read(Path folder) {
    Path train = file(folder, "train");
    Path holdout = file(folder, "holdout");
    Path queries = file(folder, "queries");
    if (train == null || holdout == null) {
      throw new IllegalArgumentException(folder + " has no train or no holdout");
    }
    List<Event> events = events(train);
    Map<String, Set<String>> targets = byUser(events(holdout));
    Map<String, Set<String>> known = byUser(queries == null ? events : events(queries));
    Map<String, Set<String>> profiles = new LinkedHashMap<>();
    targets.keySet().forEach(user -> profiles.put(user, known.getOrDefault(user, Set.of())));
    boolean baskets = events.stream().anyMatch(event -> event.basket() != null);
    Mode mode = baskets && queries != null ? Mode.TOGETHER : Mode.FEED;
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return new DataSet(
        name, train, queries, file(folder, "items"), mode, events, profiles, targets);
  }

  private static List<Event> events(Path file) {
    List<Event> events = new ArrayList<>();
    new EventFile(file, new BrokenLines(line -> {}), false).forEach(events::add);
    return events;
  }

  private static Map<String, Set<String>> byUser(List<Event> events) {
    Map<String, Set<String>> byUser = new LinkedHashMap<>();
    events.forEach(event ->
        byUser.computeIfAbsent(event.actor(), user -> new LinkedHashSet<>()).add(event.item()));
    return byUser;
  }

  private static @Nullable Path file(Path folder, String name) {
    for (String ending : List.of(".tsv", ".tsv.gz")) {
      if (Files.isRegularFile(folder.resolve(name + ending))) {
        return folder.resolve(name + ending);
      }
    }
    return null;
  }

  Set<String> catalogue() {
    Set<String> items = new HashSet<>();
    events.forEach(event -> items.add(event.item()));
    return items;
  }

  Path writeUsers(Path folder) throws IOException {
    Path file = folder.resolve(name + ".users");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("user\n");
      for (String user : targets.keySet()) {
        writer.write(user + "\n");
      }
    }
    return file;
  }
}
