-- What was said while somebody was out of a group that they came back to, and is not theirs to see.
CREATE TABLE absences (
  conversation_id TEXT NOT NULL,
  user_id         TEXT NOT NULL,
  from_seq        BIGINT NOT NULL,
  to_seq          BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, user_id, from_seq)
);

-- The last message that was there when they left.
ALTER TABLE participants ADD COLUMN left_seq BIGINT;
