package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stores of conversations, and the database that they are in.
record ChatStores(
    ClientDatabase database,
    ConversationStore conversations,
    MessageStore messages,
    OutboxFileStore files,
    Outbox outbox,
    MessageActionStore actions,
    PersonalStore personal,
    LaterStore later) {

  /// @param folder of this relay's own, where copies of files lie that wait
  static ChatStores in(ClientDatabase database, Path folder) {
    OutboxFileStore files = new OutboxFileStore(folder.resolve("outbox"));
    return new ChatStores(
        database,
        new ConversationStore(),
        new MessageStore(),
        files,
        new Outbox(files),
        new MessageActionStore(),
        new PersonalStore(),
        new LaterStore());
  }

  interface Edit {
    KeptConversation apply(Connection connection, KeptConversation kept) throws SQLException;
  }

  @Nullable KeptConversation find(String id) {
    return database
        .read(connection -> Optional.ofNullable(conversations.find(connection, id)))
        .orElse(null);
  }

  /// Waits until it is written.
  void edit(String id, Edit edit) {
    database
        .executeRelaxed(connection -> {
          KeptConversation kept = conversations.find(connection, id);
          if (kept != null) {
            conversations.put(connection, edit.apply(connection, kept));
          }
        })
        .join();
  }
}
