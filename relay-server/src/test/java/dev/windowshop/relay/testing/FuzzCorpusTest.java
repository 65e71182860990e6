package dev.windowshop.relay.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.attachment.media.SnifferFuzz;
import dev.windowshop.relay.socketio.PacketFuzz;
import dev.windowshop.relay.socketio.engine.PayloadFuzz;
import dev.windowshop.relay.store.csv.HtmlTextFuzz;
import dev.windowshop.relay.store.csv.ProductFileFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What fuzzing found worth keeping, run as ordinary tests: seeds of every sort of input, and the
/// inputs that once broke something. `./windowshop bench fuzz` starts from the same files.
class FuzzCorpusTest {
  private record Target(String name, Consumer<byte[]> entry) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("packet", PacketFuzz::fuzzerTestOneInput),
          new Target("payload", PayloadFuzz::fuzzerTestOneInput),
          new Target("csv", ProductFileFuzz::fuzzerTestOneInput),
          new Target("html", HtmlTextFuzz::fuzzerTestOneInput),
          new Target("sniff", SnifferFuzz::fuzzerTestOneInput));

  @TestFactory
  Stream<DynamicTest> everyInputOfTheCorpusIsTakenOrRefused() throws IOException {
    Path root = Path.of("src/test/resources/fuzz");
    List<DynamicTest> tests = new java.util.ArrayList<>();
    for (Target target : TARGETS) {
      try (Stream<Path> files = Files.list(root.resolve(target.name()))) {
        List<Path> inputs = files.sorted().toList();
        assertTrue(!inputs.isEmpty(), target.name() + " has no corpus");
        for (Path input : inputs) {
          tests.add(
              DynamicTest.dynamicTest(
                  target.name() + "/" + input.getFileName(),
                  () -> target.entry().accept(Files.readAllBytes(input))));
        }
      }
    }
    return tests.stream();
  }
}
