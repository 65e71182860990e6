-- What is to be sent later. A row stays after its end, without what it said, so that a device that
-- was away hears of it; `change` is of its author's personal counter.
CREATE TABLE scheduled_messages (
  id              TEXT PRIMARY KEY,
  author_id       TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  client_id       TEXT NOT NULL,
  type            TEXT NOT NULL,
  body            TEXT,               -- JSON, as it was asked for; null once sent or cancelled
  body_hash       TEXT NOT NULL,      -- of what was asked for first
  send_at         BIGINT NOT NULL,
  state           TEXT NOT NULL,      -- 'waiting', 'failed', 'sent' or 'cancelled'
  reason          TEXT,
  message_id      TEXT,
  change          BIGINT NOT NULL,
  created_at      BIGINT NOT NULL,
  updated_at      BIGINT NOT NULL,
  UNIQUE (author_id, client_id)
);
CREATE INDEX scheduled_messages_due ON scheduled_messages (state, send_at);
CREATE INDEX scheduled_messages_of_author ON scheduled_messages (author_id, change);

CREATE TABLE scheduled_attachments (
  scheduled_id  TEXT NOT NULL REFERENCES scheduled_messages (id),
  attachment_id TEXT NOT NULL,
  PRIMARY KEY (scheduled_id, attachment_id)
);
CREATE INDEX scheduled_attachments_by_attachment ON scheduled_attachments (attachment_id);
