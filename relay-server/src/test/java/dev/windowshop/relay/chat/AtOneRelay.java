package dev.windowshop.relay.chat;

import dev.windowshop.relay.chat.RelayFixture.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One whole relay for all tests of a class. A test that takes a [Person] gets the one who is
/// called as the parameter is, the same in every test; one that takes a [RelayFixture] the relay.
final class AtOneRelay implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private @Nullable Path data;
  private @Nullable RelayFixture relay;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path folder = Files.createTempDirectory("relay");
    data = folder;
    relay = new RelayFixture(folder);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    relay().close();
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(data))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Person.class || type == RelayFixture.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Person.class
        ? people.computeIfAbsent(parameter.getParameter().getName(), relay()::person)
        : relay();
  }

  private RelayFixture relay() {
    return Objects.requireNonNull(relay, "before the first test");
  }
}
