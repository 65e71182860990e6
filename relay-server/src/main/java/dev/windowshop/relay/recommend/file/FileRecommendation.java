package dev.windowshop.relay.recommend.file;

import dev.windowshop.relay.recommend.BuildStats;
import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.ItemSource;
import dev.windowshop.relay.recommend.Query;
import dev.windowshop.relay.recommend.Recommender;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers from files: trains on one, answers the users of another, writes `user,rank,item`.
public final class FileRecommendation {
  private static final int BATCH = 2_048;

  /// Time moves with the events: data may come from any time, and this machine's clock says nothing
  /// about it. An event far beyond the others is still taken back.
  private static final long NO_CLOCK = Integer.MAX_VALUE * 1000L;

  /// What is asked.
  public enum Mode {
    FEED,
    TOGETHER,
    GROUP
  }

  /// @param users whom to answer; null for those of the queries
  /// @param queries events of fresh visitors; null for none
  /// @param items what is known of the items; null for nothing
  /// @param allowSeen whether a feed may hold what the user already has
  public record Task(
      Path train,
      @Nullable Path users,
      @Nullable Path queries,
      @Nullable Path items,
      Path out,
      Mode mode,
      boolean allowSeen,
      int count) {}

  private final Task task;
  private final BrokenLines broken;
  private final Recommender recommender = new Recommender();
  private final Map<String, List<Event>> visitors = new LinkedHashMap<>();

  public FileRecommendation(Task task, BrokenLines broken) {
    this.task = task;
    this.broken = broken;
  }

  /// What came of it.
  public record Outcome(BuildStats built, int answered) {}

  public Outcome run() {
    ItemSource items =
        task.items() == null ? ItemSource.FROM_EVENTS : new ItemFile(task.items(), broken);
    BuildStats built =
        recommender.rebuild(new EventFile(task.train(), broken, true), items, NO_CLOCK);
    if (task.queries() != null) {
      new EventFile(task.queries(), broken, false)
          .forEach(event ->
              visitors.computeIfAbsent(event.actor(), user -> new ArrayList<>()).add(event));
    }
    Map<String, Set<String>> asking = asking();
    List<String> ids = List.copyOf(asking.keySet());
    try {
      write(ids, asking, built);
    } catch (IOException e) {
      throw new UnreadableFileException(task.out() + " cannot be written: " + e.getMessage(), e);
    }
    return new Outcome(built, ids.size());
  }

  /// Who is to be answered, each with the users that they stand for.
  private Map<String, Set<String>> asking() {
    Map<String, Set<String>> asking = new LinkedHashMap<>();
    if (task.users() == null) {
      visitors.keySet().forEach(user -> asking.put(user, Set.of(user)));
    } else if (task.mode() == Mode.GROUP) {
      new Table(task.users(), List.of("group", "user"), 2)
          .read(
              broken,
              true,
              fields -> {
                asking
                    .computeIfAbsent(String.valueOf(fields[0]), group -> new LinkedHashSet<>())
                    .add(String.valueOf(fields[1]));
                return null;
              });
    } else {
      new Table(task.users(), List.of("user"), 1)
          .read(
              broken,
              true,
              fields -> {
                String user = String.valueOf(fields[0]);
                asking.put(user, Set.of(user));
                return null;
              });
    }
    return asking;
  }

  private void write(List<String> ids, Map<String, Set<String>> asking, BuildStats built)
      throws IOException {
    Path out = task.out().toAbsolutePath();
    Path folder = out.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path beside = out.resolveSibling(out.getFileName() + ".part");
    try (BufferedWriter writer = Files.newBufferedWriter(beside)) {
      writer.write("user,rank,item\n");
      for (int from = 0; from < ids.size(); from += BATCH) {
        List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
        List<List<String>> answers =
            IntStream.range(0, batch.size())
                .parallel()
                .mapToObj(
                    i -> answer(batch.get(i), asking.getOrDefault(batch.get(i), Set.of()), built))
                .toList();
        for (int i = 0; i < batch.size(); i++) {
          String user = quoted(batch.get(i));
          List<String> answer = answers.get(i);
          for (int rank = 0; rank < answer.size(); rank++) {
            writer.write(user + "," + (rank + 1) + "," + quoted(answer.get(rank)) + "\n");
          }
        }
      }
    }
    Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> answer(String id, Set<String> users, BuildStats built) {
    long now = built.asOf().toEpochMilli();
    Query.Seen seen = task.allowSeen() ? Query.Seen.ALL : Query.Seen.NOTHING_TOUCHED;
    Query query = Query.ranking(task.count(), now).showing(seen);
    return switch (task.mode()) {
      case FEED -> {
        List<Event> events = visitors.get(id);
        yield events == null
            ? recommender.ranked(id, query)
            : recommender.ranked(id, events, query.at(latest(events)));
      }
      case TOGETHER -> {
        List<Event> events = visitors.get(id);
        yield events == null
            ? recommender.rankedTogether(recommender.lastOf(id), query)
            : recommender.rankedTogether(events.stream().map(Event::item).toList(), query);
      }
      case GROUP -> recommender.rankedForGroup(users, visitors, query);
    };
  }

  private static long latest(List<Event> events) {
    return events.stream().mapToLong(Event::at).max().orElse(0);
  }

  private static String quoted(String id) {
    if (id.indexOf(',') < 0 && id.indexOf('"') < 0) {
      return id;
    }
    return '"' + id.replace("\"", "\"\"") + '"';
  }
}
