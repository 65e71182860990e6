-- What people chose: how they are shown, who may reach them, what they like.
ALTER TABLE users ADD COLUMN bio_until BIGINT;
-- 'user', 'moderator' or 'admin'.
ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'user';
-- What they chose to be shown as: 'online', 'away', 'busy', or 'offline' for unseen.
ALTER TABLE users ADD COLUMN presence TEXT NOT NULL DEFAULT 'online';

-- The whole object as its owner sees it, and the part of it that the relay goes by in columns.
-- Nobody without a row here has changed anything.
CREATE TABLE user_settings (
  user_id           TEXT PRIMARY KEY REFERENCES users (id),
  value             TEXT NOT NULL,
  may_message       TEXT NOT NULL,
  may_call          TEXT NOT NULL,
  may_add           TEXT NOT NULL,
  sees_presence     TEXT NOT NULL,
  finds_by_email    TEXT NOT NULL,
  read_receipts     INTEGER NOT NULL
);

CREATE TABLE user_preferences (
  user_id    TEXT PRIMARY KEY REFERENCES users (id),
  categories TEXT NOT NULL,       -- JSON array of ids
  brands     TEXT NOT NULL,       -- JSON array
  min_price  BIGINT,
  max_price  BIGINT
);

CREATE TABLE contacts (
  user_id    TEXT NOT NULL REFERENCES users (id),
  contact_id TEXT NOT NULL REFERENCES users (id),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, contact_id)
);
CREATE INDEX contacts_by_contact ON contacts (contact_id);

CREATE TABLE blocks (
  user_id    TEXT NOT NULL REFERENCES users (id),
  blocked_id TEXT NOT NULL REFERENCES users (id),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, blocked_id)
);
CREATE INDEX blocks_by_blocked ON blocks (blocked_id);
