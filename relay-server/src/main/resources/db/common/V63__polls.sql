-- Who chose what in a poll, by the place of the option.
CREATE TABLE poll_votes (
  message_id TEXT NOT NULL REFERENCES messages (id),
  option_no  INTEGER NOT NULL,
  user_id    TEXT NOT NULL,
  change     BIGINT NOT NULL,
  PRIMARY KEY (message_id, option_no, user_id)
);
CREATE INDEX poll_votes_by_user ON poll_votes (user_id);

-- Polls that were closed before their time, or have no time.
CREATE TABLE poll_closings (
  message_id TEXT PRIMARY KEY REFERENCES messages (id),
  closed_at  BIGINT NOT NULL
);
