-- What people may have missed. Of what is of one sort and about one place there is one unread row;
-- mark grows with each thing of it, so that the same thing is noticed once.
CREATE TABLE notifications (
  id              TEXT PRIMARY KEY,
  user_id         TEXT NOT NULL,
  group_key       TEXT NOT NULL,
  mark            BIGINT NOT NULL,
  kind            TEXT NOT NULL,
  times           BIGINT NOT NULL,
  actor_id        TEXT,
  what            TEXT,
  title           TEXT,
  conversation_id TEXT,
  message_id      TEXT,
  seq             BIGINT,
  call_id         TEXT,
  invite_id       TEXT,
  order_id        TEXT,
  offer_id        TEXT,
  story_id        TEXT,
  created_at      BIGINT NOT NULL,
  updated_at      BIGINT NOT NULL,
  read_at         BIGINT
);
CREATE UNIQUE INDEX notifications_unread ON notifications (user_id, group_key)
  WHERE read_at IS NULL;
CREATE INDEX notifications_of_key ON notifications (user_id, group_key, mark);
CREATE INDEX notifications_of_user ON notifications (user_id, updated_at, id);
CREATE INDEX notifications_of_invite ON notifications (invite_id);
