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
  seq              BIGINT NOT NULL,
  change           BIGINT NOT NULL,
  -- Where the counter stood when its own fields or its membership last changed.
  own_change       BIGINT NOT NULL,
  created_at       BIGINT NOT NULL,
  last_activity_at BIGINT NOT NULL
);

CREATE TABLE participants (
  conversation_id  TEXT NOT NULL REFERENCES conversations (id),
  user_id          TEXT NOT NULL,
  role             TEXT NOT NULL,
  joined_at        BIGINT NOT NULL,
  -- Null while a member.
  left_at          BIGINT,
  visible_from_seq BIGINT NOT NULL,
  delivered_seq    BIGINT NOT NULL,
  read_seq         BIGINT NOT NULL,
  change           BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, user_id)
);
CREATE INDEX participants_by_user ON participants (user_id, conversation_id);

CREATE TABLE messages (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  seq             BIGINT NOT NULL,
  change          BIGINT NOT NULL,
  client_id       TEXT NOT NULL,
  -- Of the conversation and the body as first sent, so that a resend is told from another message.
  body_hash       TEXT NOT NULL,
  sender_id       TEXT NOT NULL,
  type            TEXT NOT NULL,
  content         TEXT,
  reply_to_id     TEXT,
  metadata        TEXT,
  created_at      BIGINT NOT NULL,
  edited_at       BIGINT,
  deleted_at      BIGINT,
  UNIQUE (conversation_id, seq),
  UNIQUE (sender_id, client_id)
);
CREATE INDEX messages_by_change ON messages (conversation_id, change);

CREATE TABLE reactions (
  message_id TEXT NOT NULL REFERENCES messages (id),
  emoji      TEXT NOT NULL,
  user_id    TEXT NOT NULL,
  -- The conversation's counter when it was added: the order of reactions.
  change     BIGINT NOT NULL,
  PRIMARY KEY (message_id, emoji, user_id)
);

-- What only one user sees (read marks, later mute, pin, drafts), with that user's own counter.
CREATE TABLE personal_counters (
  user_id TEXT PRIMARY KEY,
  change  BIGINT NOT NULL
);

CREATE TABLE personal_items (
  user_id         TEXT NOT NULL,
  kind            TEXT NOT NULL,
  -- Empty for what belongs to no conversation.
  conversation_id TEXT NOT NULL,
  value           TEXT NOT NULL,
  change          BIGINT NOT NULL,
  PRIMARY KEY (user_id, kind, conversation_id)
);
CREATE INDEX personal_items_by_change ON personal_items (user_id, change);
