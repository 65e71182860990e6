package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The conversations' tables in the client's cache.
public final class ChatSchema {
  /// Whose message it is where others may have it unread, else null: the rule of
  /// [MessageStore#counts]. As it is in an index: the words must stay the same.
  static final String COUNTS_FROM =
      "CASE WHEN json_extract(json, '$.deletedAt') IS NULL"
          + " AND json_extract(json, '$.type') <> 'system'"
          + " THEN json_extract(json, '$.sender.id') END";

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
            "CREATE INDEX outbox_by_conversation ON outbox (user_id, conversation_id)"),
        Migration.of(
            60,
            "chat",
            // What one has left stays to be read; the relay tells no more of it.
            "ALTER TABLE conversation ADD COLUMN gone INTEGER NOT NULL DEFAULT 0",
            // Copies of the files of messages that wait, in a folder beside the cache.
            """
            CREATE TABLE outbox_file (
              client_id TEXT NOT NULL,
              position INTEGER NOT NULL,
              path TEXT NOT NULL,
              name TEXT NOT NULL,
              kind TEXT NOT NULL,
              size INTEGER NOT NULL,
              sha256 TEXT NOT NULL,
              width INTEGER,
              height INTEGER,
              duration_ms INTEGER,
              -- The upload at the relay, and how much of it has arrived there.
              upload_id TEXT,
              sent INTEGER NOT NULL,
              -- What the relay made of it; null until it is all there.
              attachment TEXT,
              PRIMARY KEY (client_id, position)
            ) STRICT
            """,
            // What was done to messages and not yet told to the relay.
            """
            CREATE TABLE message_action (
              ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
              user_id TEXT NOT NULL,
              conversation_id TEXT NOT NULL,
              message_id TEXT NOT NULL,
              kind TEXT NOT NULL,
              value TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX message_action_by_conversation ON message_action"
                + " (user_id, conversation_id)",
            // What only its owner sees of a conversation, beside what the conversation carries.
            """
            CREATE TABLE personal (
              conversation_id TEXT PRIMARY KEY,
              unread INTEGER NOT NULL,
              muted_until INTEGER,
              draft TEXT,
              -- Chosen here and not yet told to the relay.
              untold TEXT
            ) STRICT
            """,
            // When somebody's marks moved, as far as it was seen from here.
            """
            CREATE TABLE receipt (
              conversation_id TEXT NOT NULL,
              user_id TEXT NOT NULL,
              kind TEXT NOT NULL,
              seq INTEGER NOT NULL,
              at INTEGER NOT NULL,
              PRIMARY KEY (conversation_id, user_id, kind, seq)
            ) STRICT
            """),
        Migration.of(
            61,
            "chat",
            // What is looked for in messages. Its own key, since rows of `message` may be
            // renumbered.
            """
            CREATE TABLE message_text (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              message_id TEXT NOT NULL UNIQUE,
              conversation_id TEXT NOT NULL,
              seq INTEGER NOT NULL,
              sender TEXT NOT NULL,
              type TEXT NOT NULL,
              at TEXT NOT NULL,
              words TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX message_text_by_time ON message_text (at)",
            "CREATE INDEX message_text_by_conversation ON message_text (conversation_id, seq)",
            """
            CREATE VIRTUAL TABLE message_fts USING fts5(
              words, content='message_text', content_rowid='id', tokenize='trigram')
            """,
            """
            CREATE TRIGGER message_text_in AFTER INSERT ON message_text BEGIN
              INSERT INTO message_fts (rowid, words) VALUES (new.id, new.words);
            END
            """,
            """
            CREATE TRIGGER message_text_out AFTER DELETE ON message_text BEGIN
              INSERT INTO message_fts (message_fts, rowid, words)
              VALUES ('delete', old.id, old.words);
            END
            """,
            trigger("message_in", "AFTER INSERT ON message"),
            trigger("message_changed", "AFTER UPDATE ON message"),
            """
            CREATE TRIGGER message_out AFTER DELETE ON message BEGIN
              DELETE FROM message_text WHERE message_id = old.id;
            END
            """,
            INDEX.formatted("message AS new", "1 = 1")),
        Migration.of(
            131,
            "chat",
            // When it goes out; null for as soon as can be.
            "ALTER TABLE outbox ADD COLUMN send_at INTEGER",
            // What the relay keeps for later.
            """
            CREATE TABLE scheduled (
              id TEXT PRIMARY KEY,
              client_id TEXT NOT NULL,
              json TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX scheduled_by_client_id ON scheduled (client_id)"),
        Migration.of(
            136,
            "chat",
            // In the place of the index that it begins with: with whom each counts, nothing is
            // decoded to count what is unread.
            "CREATE INDEX message_unread ON message (conversation_id, seq, " + COUNTS_FROM + ")",
            "DROP INDEX message_by_seq"));
  }

  /// A message's words, those of its files and of its product; of what is deleted nothing stays.
  private static final String INDEX =
      """
      INSERT INTO message_text (message_id, conversation_id, seq, sender, type, at, words)
      SELECT new.id, new.conversation_id, new.seq,
        COALESCE(json_extract(new.json, '$.sender.username'), '') || ' '
          || COALESCE(json_extract(new.json, '$.sender.displayName'), ''),
        json_extract(new.json, '$.type'), json_extract(new.json, '$.createdAt'),
        COALESCE(json_extract(new.json, '$.content'), '') || ' '
          || COALESCE((SELECT group_concat(json_extract(value, '$.name'), ' ')
            FROM json_each(new.json, '$.attachments')), '') || ' '
          || COALESCE(json_extract(new.json, '$.metadata.product.title'), '')
      FROM %s
      WHERE %s AND json_extract(new.json, '$.deletedAt') IS NULL
        AND json_extract(new.json, '$.type') NOT IN ('system', 'call')
      """;

  private static String trigger(String name, String when) {
    return "CREATE TRIGGER "
        + name
        + " "
        + when
        + " BEGIN DELETE FROM message_text WHERE message_id = new.id; "
        + INDEX.formatted("(SELECT 1)", "1 = 1").strip()
        + "; END";
  }
}
