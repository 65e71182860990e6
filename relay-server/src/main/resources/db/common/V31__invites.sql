-- Ways into a group: an invite to one person, a link for many, a request by somebody outside.
CREATE TABLE invites (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  kind            TEXT NOT NULL,
  -- Who made it; of a request, who asks.
  inviter_id      TEXT NOT NULL,
  -- Whom it lets in; null for a link.
  user_id         TEXT,
  role            TEXT NOT NULL,
  state           TEXT NOT NULL,
  token           TEXT UNIQUE,
  uses            INTEGER NOT NULL,
  max_uses        INTEGER,
  created_at      BIGINT NOT NULL,
  expires_at      BIGINT NOT NULL
);
CREATE INDEX invites_of_conversation ON invites (conversation_id, state);
CREATE INDEX invites_of_user ON invites (user_id, state);

ALTER TABLE conversations ADD COLUMN shares_history INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN closed_at BIGINT;

-- What a message said before it was edited.
CREATE TABLE message_edits (
  message_id TEXT NOT NULL REFERENCES messages (id),
  edited_at  BIGINT NOT NULL,
  content    TEXT,
  PRIMARY KEY (message_id, edited_at)
);

-- Messages that somebody deleted for themselves, with their personal counter.
CREATE TABLE hidden_messages (
  user_id         TEXT NOT NULL,
  message_id      TEXT NOT NULL REFERENCES messages (id),
  conversation_id TEXT NOT NULL,
  change          BIGINT NOT NULL,
  PRIMARY KEY (user_id, message_id)
);
CREATE INDEX hidden_messages_by_change ON hidden_messages (user_id, change);
