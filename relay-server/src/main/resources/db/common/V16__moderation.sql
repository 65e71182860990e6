-- What people reported, and what was done about it.
CREATE TABLE reports (
  id          TEXT PRIMARY KEY,
  reporter_id TEXT NOT NULL,
  kind        TEXT NOT NULL,      -- 'message', 'product' or 'user'
  target_id   TEXT NOT NULL,
  -- Who wrote, sells or is it.
  owner_id    TEXT NOT NULL,
  reason      TEXT NOT NULL,
  text        TEXT,
  -- JSON of it as it was when it was reported, so that deleting it hides nothing.
  snapshot    TEXT NOT NULL,
  state       TEXT NOT NULL,      -- 'open' or 'resolved'
  created_at  BIGINT NOT NULL,
  resolved_at BIGINT,
  action      TEXT,
  note        TEXT
);
-- One open report of a thing by a person.
CREATE UNIQUE INDEX reports_open ON reports (reporter_id, kind, target_id) WHERE state = 'open';
CREATE INDEX reports_by_state ON reports (state, id);
CREATE INDEX reports_by_target ON reports (kind, target_id);

-- Rows are added and never changed.
CREATE TABLE moderation_log (
  id         TEXT PRIMARY KEY,
  actor_id   TEXT,                -- null for the relay's command line
  deed       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  target_id  TEXT NOT NULL,
  report_id  TEXT,
  note       TEXT NOT NULL,
  until_at   BIGINT,
  at         BIGINT NOT NULL
);

-- Who may not sign in, and until when; null for until further notice.
CREATE TABLE suspensions (
  user_id  TEXT PRIMARY KEY REFERENCES users (id),
  since_at BIGINT NOT NULL,
  until_at BIGINT
);

-- Hidden by a moderator: nobody sees what it said. Unlike a deletion it can be taken back.
ALTER TABLE messages ADD COLUMN hidden_at BIGINT;
-- Taken off the shop by a moderator, whatever its seller does.
ALTER TABLE products ADD COLUMN moderated INTEGER NOT NULL DEFAULT 0;
