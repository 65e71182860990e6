package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The conversations' tables in the client's cache.
public final class ChatSchema {
  private ChatSchema() {}

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            3,
            "chat",
            // Whose conversations these are, of which epoch, up to which personal change.
            "CREATE TABLE chat_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            """
            CREATE TABLE conversation (
              id TEXT PRIMARY KEY,
              json TEXT NOT NULL,
              -- Everything up to this counter of the relay's is in here.
              change INTEGER NOT NULL,
              -- The oldest message that is here without a gap to the newest; null when none is.
              from_seq INTEGER,
              -- Whether there are older ones at the relay.
              complete INTEGER NOT NULL,
              -- Read here and not yet told to the relay.
              read_untold INTEGER NOT NULL,
              last_activity_at INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE message (
              id TEXT PRIMARY KEY,
              conversation_id TEXT NOT NULL,
              seq INTEGER NOT NULL,
              change INTEGER NOT NULL,
              json TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX message_by_seq ON message (conversation_id, seq)",
            """
            CREATE TABLE outbox (
              ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
              client_id TEXT NOT NULL UNIQUE,
              user_id TEXT NOT NULL,
              conversation_id TEXT NOT NULL,
              json TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              -- Why the relay refused it; null while it waits.
              problem TEXT
            ) STRICT
            """,
            "CREATE INDEX outbox_by_conversation ON outbox (user_id, conversation_id)"));
  }
}
