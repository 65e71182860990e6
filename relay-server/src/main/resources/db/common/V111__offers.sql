-- What sellers offer in conversations. Amounts are minor units of the relay's currency.
CREATE TABLE offers (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  -- The message whose card it is; null for the moment in which both are made.
  message_id      TEXT,
  shop_id         TEXT NOT NULL,
  shop_name       TEXT NOT NULL,
  seller_id       TEXT NOT NULL,
  -- Who alone may pay it.
  buyer_id        TEXT NOT NULL,
  note            TEXT,
  state           TEXT NOT NULL,
  order_id        TEXT,
  -- Whether the conversation knows its state.
  told            INTEGER NOT NULL DEFAULT 1,
  expires_at      BIGINT NOT NULL,
  created_at      BIGINT NOT NULL,
  updated_at      BIGINT NOT NULL
);
CREATE INDEX offers_by_expiry ON offers (state, expires_at);
CREATE INDEX offers_untold ON offers (told, id);

CREATE TABLE offer_lines (
  offer_id    TEXT NOT NULL REFERENCES offers (id),
  position    INTEGER NOT NULL,
  variant_id  TEXT NOT NULL,
  product_id  TEXT NOT NULL,
  title       TEXT NOT NULL,
  options     TEXT NOT NULL,
  image_url   TEXT,
  quantity    INTEGER NOT NULL CHECK (quantity > 0),
  unit_price  BIGINT NOT NULL CHECK (unit_price >= 0),
  usual_price BIGINT NOT NULL,
  PRIMARY KEY (offer_id, position)
);
