-- What the provider calls a try that is to be confirmed, so that it can be taken back.
ALTER TABLE payments ADD COLUMN reference TEXT;

-- What providers reported, by their own ids: told again, it is passed over.
CREATE TABLE provider_events (
  provider TEXT NOT NULL,
  id       TEXT NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (provider, id)
);
CREATE INDEX provider_events_by_age ON provider_events (at);
