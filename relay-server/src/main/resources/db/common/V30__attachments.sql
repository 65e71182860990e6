-- Uploaded files: what they are, and the hashes under which their content is kept.
CREATE TABLE attachments (
  id          TEXT PRIMARY KEY,
  owner_id    TEXT NOT NULL,
  kind        TEXT NOT NULL,
  name        TEXT NOT NULL,
  mime        TEXT NOT NULL,
  size        BIGINT NOT NULL,
  width       INTEGER,
  height      INTEGER,
  duration_ms BIGINT,
  blob        TEXT NOT NULL,
  thumb       TEXT,
  thumb_mime  TEXT,
  -- How many messages name it; one that none names is collected after a day.
  uses        INTEGER NOT NULL,
  created_at  BIGINT NOT NULL,
  idle_since  BIGINT NOT NULL
);
CREATE INDEX attachments_by_owner ON attachments (owner_id);
CREATE INDEX attachments_by_blob ON attachments (blob);
CREATE INDEX attachments_by_thumb ON attachments (thumb);
CREATE INDEX attachments_idle ON attachments (uses, idle_since);

-- Uploads in pieces that are not finished; the bytes that arrived are in the data folder.
CREATE TABLE uploads (
  id         TEXT PRIMARY KEY,
  owner_id   TEXT NOT NULL,
  name       TEXT NOT NULL,
  size       BIGINT NOT NULL,
  sha256     TEXT,
  kind       TEXT,
  created_at BIGINT NOT NULL
);
CREATE INDEX uploads_by_owner ON uploads (owner_id);

CREATE TABLE message_attachments (
  message_id    TEXT NOT NULL REFERENCES messages (id),
  position      INTEGER NOT NULL,
  attachment_id TEXT NOT NULL,
  PRIMARY KEY (message_id, position)
);
CREATE INDEX message_attachments_by_attachment ON message_attachments (attachment_id);
