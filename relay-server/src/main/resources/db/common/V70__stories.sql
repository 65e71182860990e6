-- What somebody is up to, for a day.
CREATE TABLE stories (
  id            TEXT PRIMARY KEY,
  author_id     TEXT NOT NULL,
  -- Made by the author's device; unique per author.
  client_id     TEXT,
  type          TEXT NOT NULL,      -- 'text' or 'image'
  text          TEXT,
  background    TEXT,               -- '#rrggbb'
  attachment_id TEXT,
  created_at    BIGINT NOT NULL,
  expires_at    BIGINT NOT NULL,
  -- Hidden by a moderator: nobody sees it.
  hidden_at     BIGINT,
  UNIQUE (author_id, client_id)
);
CREATE INDEX stories_of_author ON stories (author_id, expires_at);
CREATE INDEX stories_by_expiry ON stories (expires_at);
CREATE INDEX stories_by_attachment ON stories (attachment_id);

CREATE TABLE story_views (
  story_id  TEXT NOT NULL REFERENCES stories (id),
  viewer_id TEXT NOT NULL,
  viewed_at BIGINT NOT NULL,
  PRIMARY KEY (story_id, viewer_id)
);
CREATE INDEX story_views_of_viewer ON story_views (viewer_id);

-- Whose stories somebody does not want to be told of.
CREATE TABLE story_mutes (
  user_id    TEXT NOT NULL,
  author_id  TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, author_id)
);

ALTER TABLE user_settings ADD COLUMN sees_stories TEXT NOT NULL DEFAULT 'everyone';
