-- What was shown to whom and where, kept apart from what shoppers did: it is much more, and is
-- dropped sooner.
CREATE TABLE impressions (
  actor      TEXT   NOT NULL,
  id         TEXT   NOT NULL,
  product_id TEXT   NOT NULL,
  list       TEXT   NOT NULL,
  position   INTEGER,
  propensity DOUBLE PRECISION,
  at         BIGINT NOT NULL,
  PRIMARY KEY (actor, id)
);
CREATE INDEX impressions_by_time ON impressions (at);

-- Bought, and the purchase itself forgotten: nothing is learnt from it, yet it is not offered again.
CREATE TABLE never_again (
  actor      TEXT NOT NULL,
  product_id TEXT NOT NULL,
  PRIMARY KEY (actor, product_id)
);

-- Up to when something was forgotten, so that a device which tells of it late does not bring it
-- back. The mark is a hash of the actor and the product: a row names neither.
CREATE TABLE forgotten (
  mark TEXT   PRIMARY KEY,
  at   BIGINT NOT NULL
);
CREATE INDEX forgotten_by_time ON forgotten (at);

-- Those of whom nothing new is remembered.
CREATE TABLE private_actors (
  actor TEXT   PRIMARY KEY,
  since BIGINT NOT NULL
);

CREATE INDEX interactions_by_actor_and_type ON interactions (actor, type, product_id);
