-- People, their devices and the tokens that keep those signed in. The *_key columns hold the
-- normalised form (NFKC, case-folded) that uniqueness and lookup go by.
CREATE TABLE users (
  id            TEXT PRIMARY KEY,
  username      TEXT NOT NULL,
  username_key  TEXT NOT NULL UNIQUE,
  email         TEXT NOT NULL,
  email_key     TEXT NOT NULL UNIQUE,
  display_name  TEXT NOT NULL,
  avatar_url    TEXT,
  bio           TEXT,
  password_hash TEXT,             -- null: nobody can sign in with a password
  created_at    BIGINT NOT NULL,
  last_seen_at  BIGINT
);

-- A signed-in device: the family of its refresh tokens.
CREATE TABLE sessions (
  id           TEXT PRIMARY KEY,
  user_id      TEXT NOT NULL REFERENCES users (id),
  device       TEXT,
  created_at   BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL,
  ended_at     BIGINT
);
CREATE INDEX sessions_of_user ON sessions (user_id, ended_at);

-- Only hashes are kept. A spent token stays, so that its reuse is noticed.
CREATE TABLE refresh_tokens (
  hash       TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  expires_at BIGINT NOT NULL,
  spent_at   BIGINT,
  spent_key  TEXT                 -- hash of the Idempotency-Key it was spent with
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);
