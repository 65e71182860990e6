-- Conversations and everything in them. People, shops and products belong to other features: their
-- ids are kept here, and outlive them.
CREATE TABLE conversations (
  id               TEXT PRIMARY KEY,
  kind             TEXT NOT NULL,
  name             TEXT,
  description      TEXT,
  avatar_url       TEXT,
  product_id       TEXT,
  shop_id          TEXT,
  -- What a direct or listing conversation is unique by; null for a group.
  unique_key       TEXT UNIQUE,
  is_private       INTEGER NOT NULL,
  max_members      INTEGER NOT NULL,
  -- Place of the last message, and counter of the last change of anything in it.
  seq              INTEGER NOT NULL,
  change           INTEGER NOT NULL,
  -- Where the counter stood when its own fields or its membership last changed.
  own_change       INTEGER NOT NULL,
  created_at       INTEGER NOT NULL,
  last_activity_at INTEGER NOT NULL
);

CREATE TABLE participants (
  conversation_id  TEXT NOT NULL REFERENCES conversations (id),
  user_id          TEXT NOT NULL,
  role             TEXT NOT NULL,
  joined_at        INTEGER NOT NULL,
  -- Null while a member.
  left_at          INTEGER,
  visible_from_seq INTEGER NOT NULL,
  delivered_seq    INTEGER NOT NULL,
  read_seq         INTEGER NOT NULL,
  change           INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, user_id)
);
CREATE INDEX participants_by_user ON participants (user_id, conversation_id);

CREATE TABLE messages (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  seq             INTEGER NOT NULL,
  change          INTEGER NOT NULL,
  client_id       TEXT NOT NULL,
  -- Of the conversation and the body as first sent, so that a resend is told from another message.
  body_hash       TEXT NOT NULL,
  sender_id       TEXT NOT NULL,
  type            TEXT NOT NULL,
  content         TEXT,
  reply_to_id     TEXT,
  metadata        TEXT,
  created_at      INTEGER NOT NULL,
  edited_at       INTEGER,
  deleted_at      INTEGER,
  UNIQUE (conversation_id, seq),
  UNIQUE (sender_id, client_id)
);
CREATE INDEX messages_by_change ON messages (conversation_id, change);

CREATE TABLE reactions (
  message_id TEXT NOT NULL REFERENCES messages (id),
  emoji      TEXT NOT NULL,
  user_id    TEXT NOT NULL,
  -- The conversation's counter when it was added: the order of reactions.
  change     INTEGER NOT NULL,
  PRIMARY KEY (message_id, emoji, user_id)
);

-- What only one user sees (read marks, later mute, pin, drafts), with that user's own counter.
CREATE TABLE personal_counters (
  user_id TEXT PRIMARY KEY,
  change  INTEGER NOT NULL
);

CREATE TABLE personal_items (
  user_id         TEXT NOT NULL,
  kind            TEXT NOT NULL,
  -- Empty for what belongs to no conversation.
  conversation_id TEXT NOT NULL,
  value           TEXT NOT NULL,
  change          INTEGER NOT NULL,
  PRIMARY KEY (user_id, kind, conversation_id)
);
CREATE INDEX personal_items_by_change ON personal_items (user_id, change);
