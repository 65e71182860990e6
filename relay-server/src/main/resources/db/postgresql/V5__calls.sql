-- Calls, running and past, and who was in them. Running ones are here too, so that a relay that
-- was restarted knows them.
CREATE TABLE calls (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  initiator_id    TEXT NOT NULL,
  media           TEXT NOT NULL,
  state           TEXT NOT NULL,
  reason          TEXT,
  created_at      BIGINT NOT NULL,
  started_at      BIGINT,
  ended_at        BIGINT,
  revision        BIGINT NOT NULL
);

-- One call at a time in a conversation: two people who ring each other at once are in one call.
CREATE UNIQUE INDEX calls_live ON calls (conversation_id) WHERE state <> 'ended';

CREATE TABLE call_participants (
  call_id  TEXT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  user_id  TEXT NOT NULL,
  position BIGINT NOT NULL,
  session  BIGINT NOT NULL,
  state    TEXT NOT NULL,
  PRIMARY KEY (call_id, user_id)
);

CREATE INDEX call_participants_user ON call_participants (user_id, call_id);
