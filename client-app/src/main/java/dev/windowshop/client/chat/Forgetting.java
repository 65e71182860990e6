package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes everything of a person away from this machine, for whoever chose that for their signing
/// out: messages, what waits to be sent, files, and what other features keep of somebody, which is
/// every row with a `user_id`. The relay keeps what it has. Blocks.
final class Forgetting {
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private static final String OF_SOMEBODY =
      "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c ON c.name = 'user_id'"
          + " WHERE t.type = 'table'";

  private final ChatStores stores;
  private final FileCopies copies;
  private final Path received;

  Forgetting(ChatStores stores, FileCopies copies, Path received) {
    this.stores = stores;
    this.copies = copies;
    this.received = received;
  }

  void everything() {
    stores
        .database()
        .execute(connection -> {
          stores.conversations().clear(connection);
          stores.conversations().state(connection, ConversationStore.OWNER, null);
          stores.personal().clear(connection);
          Rows.update(connection, "DELETE FROM outbox_file");
          // Of whoever was signed in, and of whoever was before them.
          List<String> tables = Rows.query(connection, OF_SOMEBODY, row -> row.getString(1));
          for (String table : tables) {
            Rows.update(connection, "DELETE FROM " + table);
          }
        })
        .join();
    copies.sweep(Set.of());
    if (Files.isDirectory(received)) {
      try (Stream<Path> files = Files.walk(received)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          if (!file.equals(received)) {
            Files.deleteIfExists(file);
          }
        }
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("Files of conversations are still in {}", received, e);
      }
    }
  }
}
