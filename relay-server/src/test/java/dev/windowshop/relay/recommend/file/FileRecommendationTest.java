package dev.windowshop.relay.recommend.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.recommend.file.FileRecommendation.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRecommendationTest {
  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private final BrokenLines broken = new BrokenLines(said::add);
  private final Set<String> had = new HashSet<>();

  private String events(int users, String header) {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int user = 0; user < users; user++) {
      for (int n = 0; n < 8; n++) {
        int item = user % 4 + 4 * random.nextInt(10);
        had.add("u" + user + " i" + item);
        double at = 1_500_000_000 + 1_000.25 * (user * 8 + n);
        text.append(
            String.format(Locale.ROOT, "i%d\tview\t%.2f\tx\tu%d%n", item, at, user)
                .replace("\r", ""));
      }
    }
    return text.toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String[]> run(
      Path train, @Nullable Path users, @Nullable Path queries, Mode mode, boolean allowSeen)
      throws IOException {
    Path out = folder.resolve("out.csv");
    new FileRecommendation(
            new FileRecommendation.Task(train, users, queries, null, out, mode, allowSeen, 10),
            broken)
        .run();
    List<String> lines = Files.readAllLines(out);
    assertEquals("user,rank,item", lines.getFirst());
    return lines.stream().skip(1).map(line -> line.split(",")).toList();
  }

  @Test
  void columnsComeInAnyOrderPackedOrNotAndNothingSeenIsAnswered() throws IOException {
    String text = events(60, "item\ttype\ttimestamp\textra\tuser");
    Path plain = write("train.tsv", text);
    Path packed = folder.resolve("train.tsv.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Path users = write("users.tsv", "user\nu1\nu2\nnobody knows\n");
    List<String[]> answers = run(plain, users, null, Mode.FEED, false);
    assertEquals(30, answers.size());
    answers.forEach(answer -> assertFalse(had.contains(answer[0] + " " + answer[2])));
    assertEquals("1", answers.getFirst()[1]);
    List<String[]> again = run(packed, users, null, Mode.FEED, false);
    for (int n = 0; n < answers.size(); n++) {
      assertEquals(List.of(answers.get(n)), List.of(again.get(n)));
    }
    assertEquals(0, broken.count());
  }

  @Test
  void usersNeedNoHeader() throws IOException {
    Path train = write("train.tsv", events(20, "item\ttype\ttimestamp\textra\tuser"));
    List<String[]> answers = run(train, write("users", "u1\nu2\n"), null, Mode.FEED, true);
    assertEquals(20, answers.size());
    assertTrue(answers.stream().anyMatch(answer -> had.contains(answer[0] + " " + answer[2])));
  }

  @Test
  void brokenLinesAreCountedAndNamed() throws IOException {
    String text =
        events(20, "item\ttype\ttimestamp\textra\tuser")
            + "i1\tview\tyesterday\tx\tu1\n"
            + "i1\tview\n"
            + "\tview\t12\tx\tu1\n"
            + "i1\tview\tNaN\tx\tu1\n";
    run(write("train.tsv", text), write("users", "u1\n"), null, Mode.FEED, false);
    assertEquals(4, broken.count());
    assertTrue(said.getFirst().startsWith("train.tsv:162: timestamp 'yesterday'"), said.toString());
    assertTrue(said.get(1).contains("no user"), said.toString());
    assertTrue(said.get(2).contains("no item"), said.toString());
  }

  @Test
  void aFileWithoutItsColumnsIsRefused() throws IOException {
    Path train = write("train.tsv", "who\twhat\n1\t2\n");
    Path users = write("users", "u1\n");
    UnreadableFileException failure =
        assertThrows(
            UnreadableFileException.class, () -> run(train, users, null, Mode.FEED, false));
    assertTrue(String.valueOf(failure.getMessage()).contains("timestamp"));
    assertThrows(
        UnreadableFileException.class,
        () -> run(folder.resolve("missing"), users, null, Mode.FEED, false));
    assertThrows(
        UnreadableFileException.class,
        () -> run(write("empty", ""), users, null, Mode.FEED, false));
  }

  @Test
  void visitorsAreAnsweredFromTheirQueriesAndTeachNobody() throws IOException {
    Path train = write("train.tsv", events(40, "item\ttype\ttimestamp\textra\tuser"));
    Path users = write("users", "user\nu1\n");
    List<String[]> before = run(train, users, null, Mode.FEED, false);
    Path queries = write("q", "user\titem\ttimestamp\nv1\ti2\t1600000000\nv1\ti6\t1600000100\n");
    Path both = write("both", "user\nu1\nv1\n");
    List<String[]> after = run(train, both, queries, Mode.FEED, false);
    for (int n = 0; n < before.size(); n++) {
      assertEquals(List.of(before.get(n)), List.of(after.get(n)));
    }
    List<String[]> visitor = after.subList(10, 20);
    visitor.forEach(answer -> assertFalse(Set.of("i2", "i6").contains(answer[2])));
    long sameGroup =
        visitor.stream()
            .limit(5)
            .filter(answer -> Integer.parseInt(answer[2].substring(1)) % 4 == 2)
            .count();
    assertTrue(sameGroup >= 3, "a visitor of group 2 got " + sameGroup + " of it");
  }

  @Test
  void basketsAndGroupsAreAnswered() throws IOException {
    StringBuilder text = new StringBuilder("invoice\tuser\titem\ttimestamp\ttype\n");
    for (int n = 0; n < 40; n++) {
      for (String item : List.of("cup" + n % 3, "saucer" + n % 3, "spoon" + n % 7)) {
        text.append("b%d\tu%d\t%s\t%d\tpurchase\n".formatted(n, n % 9, item, 1_000 * n));
      }
    }
    Path train = write("train.tsv", text.toString());
    Path queries = write("q", "user\titem\nbasket1\tcup1\nbasket2\tunheard of\n");
    List<String[]> answers = run(train, null, queries, Mode.TOGETHER, false);
    assertEquals("saucer1", answers.getFirst()[2]);
    assertTrue(answers.stream().anyMatch(answer -> answer[0].equals("basket2")));
    Path groups = write("g", "group\tuser\ng1\tu1\ng1\tu2\ng2\tnobody\n");
    List<String[]> forGroups = run(train, groups, null, Mode.GROUP, false);
    assertTrue(forGroups.stream().anyMatch(answer -> answer[0].equals("g1")));
    assertTrue(forGroups.stream().anyMatch(answer -> answer[0].equals("g2")));
  }
}
