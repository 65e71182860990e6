-- Links into running calls, for people outside the conversation.
CREATE TABLE call_links (
  id         TEXT PRIMARY KEY,
  call_id    TEXT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  creator_id TEXT NOT NULL,
  token      TEXT NOT NULL UNIQUE,
  state      TEXT NOT NULL,
  uses       BIGINT NOT NULL,
  max_uses   BIGINT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX call_links_call ON call_links (call_id, created_at);
CREATE INDEX call_links_creator ON call_links (creator_id);

-- Who knocked by one and was admitted, or refused: that one does not knock again.
CREATE TABLE call_guests (
  link_id     TEXT NOT NULL REFERENCES call_links (id) ON DELETE CASCADE,
  user_id     TEXT NOT NULL,
  call_id     TEXT NOT NULL,
  state       TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_at BIGINT NOT NULL,
  PRIMARY KEY (link_id, user_id)
);

CREATE INDEX call_guests_call ON call_guests (call_id, user_id);
CREATE INDEX call_guests_user ON call_guests (user_id);

-- Guests are in a call and not in its conversation.
ALTER TABLE call_participants ADD COLUMN guest BIGINT NOT NULL DEFAULT 0;
