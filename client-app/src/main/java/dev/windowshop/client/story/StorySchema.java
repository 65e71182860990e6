package dev.windowshop.client.story;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The statuses' tables in the client's cache.
public final class StorySchema {
  private StorySchema() {}

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            100,
            "story",
            """
            CREATE TABLE story (
              user_id TEXT NOT NULL,
              id TEXT NOT NULL,
              author_id TEXT NOT NULL,
              json TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              expires_at INTEGER NOT NULL,
              seen INTEGER NOT NULL,
              PRIMARY KEY (user_id, id)
            ) STRICT
            """,
            "CREATE INDEX story_by_end ON story (expires_at)",
            """
            CREATE TABLE story_author (
              user_id TEXT NOT NULL,
              author_id TEXT NOT NULL,
              json TEXT NOT NULL,
              muted INTEGER NOT NULL,
              PRIMARY KEY (user_id, author_id)
            ) STRICT
            """,
            // What was done here and the relay is yet to be told.
            """
            CREATE TABLE story_step (
              ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
              user_id TEXT NOT NULL,
              kind TEXT NOT NULL,
              -- A story, an author, or the client's id of what is posted.
              target TEXT NOT NULL,
              -- What is posted.
              json TEXT,
              -- Why the relay does not want it.
              problem TEXT
            ) STRICT
            """));
  }
}
