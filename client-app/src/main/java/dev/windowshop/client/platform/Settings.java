package dev.windowshop.client.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The profile's settings: one JSON file, read once, written behind. A file that cannot be read is
/// set aside, never fatal.
///
/// Thread-safe; [#set] returns at once and writes on the executor it was given.
public final class Settings {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  private final Path file;
  private final Executor writer;
  private final Live<ObjectNode> values;
  private final Object writing = new Object();

  public Settings(Path file, Executor writer) {
    this.file = file;
    this.writer = writer;
    this.values = new Live<>(load(file));
  }

  public @Nullable String text(String key) {
    return current().path(key).isTextual() ? current().path(key).textValue() : null;
  }

  public String text(String key, String otherwise) {
    String value = text(key);
    return value == null ? otherwise : value;
  }

  public boolean flag(String key, boolean otherwise) {
    return current().path(key).asBoolean(otherwise);
  }

  public double number(String key, double otherwise) {
    return current().path(key).asDouble(otherwise);
  }

  public void set(String key, String value) {
    change(node -> node.put(key, value));
  }

  public void set(String key, boolean value) {
    change(node -> node.put(key, value));
  }

  public void set(String key, double value) {
    change(node -> node.put(key, value));
  }

  public void remove(String key) {
    change(node -> {
      node.remove(key);
      return node;
    });
  }

  /// Called at once and after every change.
  public Subscription observe(Runnable observer) {
    return values.observe(ignored -> observer.run());
  }

  private ObjectNode current() {
    ObjectNode node = values.value();
    return node == null ? JsonNodeFactory.instance.objectNode() : node;
  }

  private void change(UnaryOperator<ObjectNode> change) {
    values.update(node -> change.apply(node.deepCopy()));
    writer.execute(this::save);
  }

  /// Writes what is current now, so that late writers never put an older state back.
  private void save() {
    synchronized (writing) {
      try {
        AtomicFile.write(file, Json.encodeBytes(current()));
      } catch (IOException e) {
        LOG.warn("The settings could not be saved to {}", file, e);
      }
    }
  }

  private static ObjectNode load(Path file) {
    try {
      if (Files.exists(file)) {
        return Json.decode(Files.readAllBytes(file), ObjectNode.class);
      }
    } catch (IOException | ProblemException e) {
      LOG.warn("The settings in {} cannot be read; starting with the defaults", file, e);
      setAside(file);
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} could not be set aside", file, e);
    }
  }
}
